"""What happens when a comment arrives, changes or is taken back."""

from django.db import transaction
from django.utils import timezone

from surveys.models import Comment
from voice.audit.domain.record import record
from voice.kept_queries import Hole, KeptInsert, KeptQuery
from voice.moderation.enums import ReadingState
from voice.moderation.kept_dropped import kept_text_dropped
from voice.moderation.models import Reading

SETTLED = ReadingState.settled()
_NEW = KeptInsert(Reading)


@transaction.atomic(savepoint=False)
def receive_comment(comment: Comment) -> Reading:
    """Put a comment that was just saved in the queue, and return its reading.

    New words are read anew: what was decided about the old ones is dropped. A worry
    once raised stays raised. Only a dropped decision is audited: nobody is
    watched while they answer.
    """
    reading = _held(comment)
    if reading is None:
        # Nobody else can be first: whoever saves a comment holds what it belongs to.
        reading = Reading(comment=comment, question_id=comment.question_id)
        _NEW.of(reading)
        if not comment.taken_back:
            return reading
    before = reading.state
    forget_decision(reading)
    reading.state = (
        ReadingState.TAKEN_BACK if comment.taken_back else ReadingState.WAITING
    )
    reading.version += 1
    reading.arrived_at = timezone.now()
    if not comment.taken_back:
        reading.hints = []
        reading.screened_at = None
    reading.save()
    kept_text_dropped(reading, by=None)
    if before in SETTLED:
        record(
            "moderation.words_changed",
            of=reading,
            by=None,
            before=before,
            after=reading.state,
            version=reading.version,
        )
    return reading


def _held(comment: Comment) -> Reading | None:
    """Return the comment's reading, held until the transaction ends."""
    return next(iter(_HELD.rows(comment=comment.pk)), None)


_HELD = KeptQuery(
    lambda: Reading.objects.select_for_update().filter(comment=Hole(Reading, "comment"))
)


def forget_decision(reading: Reading) -> None:
    """Drop what was decided and kept; save afterwards."""
    reading.may_count = reading.may_quote = False
    reading.sealed_kept = None
    reading.reason = ""
    reading.decided_by = reading.decided_at = None
