"""What a page says of a comment besides its words."""

from typing import Any

from surveys.enums import ResponseState
from surveys.queries.helping import who_was_helping
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
        "edition": comment.response.edition.number,
        "age_band": age_band_name(comment.age_band),
        "language": language_name(comment.language),
        "helped": who_was_helping(comment.response),
        "is_finished": comment.response.state in ResponseState.counted(),
    }


def question_of(reading: Reading) -> str:
    """Return the question as the young person was asked it."""
    comment = reading.comment
    return asked_in(comment.response.edition.definition, comment)
