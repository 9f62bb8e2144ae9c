"""A possible worry that screening saw: the people on duty are told, and may open it."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.alarms import raise_alarm, settle_alarm
from voice.council.enums import AlarmKind
from voice.moderation.domain.errors import NoWorryHere
from voice.moderation.models import Reading
from voice.moderation.queries.worries import worries_waiting


def alert_worry(reading: Reading) -> None:
    """Alarm those on duty that a possible worry waits; again is no harm.

    To be called, inside the same transaction, when a reading's `worry` turns true.
    """
    raise_alarm(AlarmKind.WORRY, about=str(reading.comment_id))


def settle_worry(reading: Reading) -> None:
    """Settle that alarm: somebody has read the comment, or it was taken further."""
    if not reading.worry:
        return
    for kind in (AlarmKind.WORRY, AlarmKind.WORRY_UNREAD):
        settle_alarm(kind, about=str(reading.comment_id))


@transaction.atomic
def open_worry(reading: Reading, *, by: User) -> str:
    """Return the child's own words to a safeguarding lead; written down that they read.

    Raises NoWorryHere when the comment no longer waits as a possible worry: leads
    read no other comments (decision record 0009).
    """
    if not worries_waiting().filter(pk=reading.pk).exists():
        raise NoWorryHere
    words = reading.comment.read()
    record("moderation.read_worry", of=reading, by=by, version=reading.version)
    settle_worry(reading)
    return words
