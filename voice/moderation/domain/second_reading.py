"""Reading a decision again without seeing it, and settling what differs."""

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import NotYourOwn, ReadAgainAlready, TalkFirst
from voice.moderation.domain.reading import claim_to_put_back, pass_on_comment, put_back
from voice.moderation.enums import (
    PutBackReason,
    ReadingState,
    SecondState,
    Settled,
    WithholdReason,
)
from voice.moderation.models import Reading, SecondReading


@transaction.atomic
def read_again(
    second: SecondReading,
    *,
    came_to: ReadingState | str,
    reason: WithholdReason | str = "",
    by: User,
) -> SecondReading:
    """Record what a second reader would have decided; the first decision stays.

    But for one thing: words passed on go to the safeguarding leads at once. Raises
    NotYourOwn, ReadAgainAlready when somebody was first or it was decided anew, and
    ValueError for what is no decision.
    """
    row = _held(second)
    decided = ReadingState(came_to)
    if decided not in ReadingState.settled():
        raise ValueError(came_to)
    if row.state != SecondState.WAITING or _is_overtaken(row):
        raise ReadAgainAlready
    if row.first.by_id == by.pk:
        raise NotYourOwn
    row.came_to, row.by, row.at = decided, by, timezone.now()
    row.reason = WithholdReason(reason) if decided == ReadingState.WITHHELD else ""
    row.state = (
        SecondState.AGREED if decided == row.first.state else SecondState.DIFFERS
    )
    if decided == ReadingState.PASSED_ON:
        pass_on_comment(row.first.reading, version=row.first.version, by=by)
        _settle(row, Settled.DECIDE_AGAIN, by=by)
    row.save()
    record(
        "moderation.read_again",
        of=row,
        by=by,
        reading=row.first.reading_id,
        came_to=row.came_to,
        state=row.state,
    )
    return row


@transaction.atomic
def settle_second_reading(
    second: SecondReading, *, settled: Settled | str, talked: bool, by: User
) -> SecondReading:
    """Settle a difference: the first decision stands, or it is decided again.

    A third person may; one of the two only once they `talked`. What is decided
    again waits to be read, also when a release has used it: that one keeps what it
    holds. Raises TalkFirst, ReadAgainAlready.
    """
    row = _held(second)
    if row.state != SecondState.DIFFERS or _is_overtaken(row):
        raise ReadAgainAlready
    if by.pk in {row.first.by_id, row.by_id} and not talked:
        raise TalkFirst
    _settle(row, Settled(settled), by=by)
    row.save()
    if row.settled == Settled.DECIDE_AGAIN:
        reading = row.first.reading
        held = claim_to_put_back(reading, version=row.first.version)
        put_back(held, by=by, seen=reading, why=PutBackReason.CHECKED)
    record(
        "moderation.settle_second_reading",
        of=row,
        by=by,
        reading=row.first.reading_id,
        settled=row.settled,
        talked=talked,
    )
    return row


def _held(second: SecondReading) -> SecondReading:
    """Return the row and what it is about, the reading held first."""
    reading_id = second.first.reading_id
    Reading.objects.select_for_update().get(pk=reading_id)
    return (
        SecondReading.objects.select_for_update(of=("self",))
        .select_related("first__reading__comment", "first__by")
        .get(pk=second.pk)
    )


def _is_overtaken(row: SecondReading) -> bool:
    """Say whether the comment was decided anew since the lot fell on it."""
    return row.first.version != row.first.reading.version


def _settle(row: SecondReading, settled: Settled, *, by: User) -> None:
    """Write down how a difference ended; save afterwards."""
    row.state = SecondState.SETTLED
    row.settled, row.settled_by, row.settled_at = settled, by, timezone.now()
