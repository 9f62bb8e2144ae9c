"""What a page says of a comment besides its words."""

from typing import Any

from surveys.models import Comment
from surveys.queries.helping import who_was_beside
from surveys.queries.session_notes import heard_in, session_named
from voice.moderation.models import Reading
from voice.moderation.queries.asked import asked_in
from voice.moderation.views.names import age_band_name, language_name


def facts_about(reading: Reading) -> dict[str, Any]:
    """Return the question as it was asked, and who answered it how."""
    comment = reading.comment
    return {
        "comment": comment,
        "survey": comment.survey,
        "question": question_of(reading),
        "edition": comment.edition.number,
        "age_band": age_band_name(comment.age_band),
        "language": language_name(comment.language),
        "way_in": _way_in(comment),
        "helped": who_was_beside(comment),
        "is_finished": comment.is_finished,
        "session": about_session(comment),
    }


def _way_in(comment: Comment) -> str:
    """Return how a young person came; empty for what was heard in a session."""
    response = comment.response
    return str(response.invitation.get_kind_display()) if response else ""


def about_session(comment: Comment) -> dict[str, Any] | None:
    """Return where a statement was heard and who wrote it up; None for an answer."""
    note = comment.session_note
    if note is None:
        return None
    return {
        "heard_in": heard_in(note),
        "named": session_named(note),
        "written_by": note.written_by,
    }


def question_of(reading: Reading) -> str:
    """Return the question as the young person was asked it."""
    comment = reading.comment
    return asked_in(comment.edition.definition, comment)
