"""Keeps what was spoken or drawn as an answer, in the comment of its question.

Answering is not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

from datetime import date

from surveys.after_save import comment_saved
from surveys.enums import CommentKind, MediaType
from surveys.logic.answers import Refusal, Refused
from surveys.logic.recordings import BadRecording, TooLong, as_sent
from surveys.models import Comment, Recording, Response
from surveys.queries.steps import question_ids


def keep_recorded(
    row: Response, *, key: str, kind: str, sent: bytes, may_quote: bool, week: date
) -> None:
    """Seal what a device `sent` as the one comment of this question.

    It takes the place of what was said before; the same again changes nothing. A
    drawing is drawn afresh, a sound loses its tags. Raises Refused, KeyDestroyed.
    """
    spoken = CommentKind(kind) == CommentKind.VOICE
    try:
        content, media_type = as_sent(sent, spoken=spoken)
    except TooLong:
        raise Refused(Refusal.RECORDED_TOO_LONG) from None
    except BadRecording:
        raise Refused(Refusal.NOT_RECORDED) from None
    comment = _comment(row, key)
    recording = _recording_of(comment) if comment else None
    if comment is None:
        comment = _new_comment(row, key, week)
    elif comment.may_quote == may_quote and _holds(comment, recording, content):
        return
    is_new = comment._state.adding  # noqa: SLF001 - Django's own word for it
    if is_new or not comment.is_recorded:
        comment.write("")
    comment.kind, comment.may_quote = CommentKind(kind), may_quote
    comment.taken_back = False
    comment.save(force_insert=is_new)
    recording = recording or Recording()
    recording.comment = comment
    recording.media_type = MediaType(media_type)
    recording.write(content)
    recording.save()
    comment_saved(comment)


def keep_as_sent(row: Response, *, key: str, may_quote: bool) -> bool:
    """Let what was recorded before stay, and say whether anything was."""
    comment = _comment(row, key)
    if comment is None or comment.taken_back or not comment.is_recorded:
        return False
    if comment.may_quote != may_quote:
        comment.may_quote = may_quote
        comment.save(update_fields=("may_quote",))
        comment_saved(comment)
    return True


def _comment(row: Response, key: str) -> Comment | None:
    """Return the comment of this question, its recording with it."""
    return (
        Comment.objects.select_related("recording")
        .filter(question_id=question_ids(row.edition)[key], response=row)
        .first()
    )


def _recording_of(comment: Comment) -> Recording | None:
    """Return the recording of `comment`, if it has one."""
    found: Recording | None = getattr(comment, "recording", None)
    return found


def _new_comment(row: Response, key: str, week: date) -> Comment:
    """Return a comment of this question that is not saved yet."""
    return Comment(
        survey_id=row.edition.survey_id,
        question_id=question_ids(row.edition)[key],
        response=row,
        language=row.language,
        age_band=row.age_band,
        week=week,
    )


def _holds(comment: Comment, recording: Recording | None, content: bytes) -> bool:
    """Say whether `content` was sent before, and stands."""
    if recording is None or comment.taken_back or not comment.is_recorded:
        return False
    return recording.read() == content
