"""A possible worry that screening saw: the people on duty are told, and may open it."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.alarms import raise_alarm, settle_alarm
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.domain.errors import NoWorryHere
from voice.moderation.domain.named import wall_off_named_in_worry
from voice.moderation.models import Reading
from voice.moderation.queries.worries import kept_from_worry, worries_for


def alert_worry(reading: Reading) -> None:
    """Alarm those on duty that a possible worry waits; again is no harm.

    To be called, inside the same transaction, when a reading's `worry` turns true.
    Leads whom the words name are kept out first.
    """
    wall_off_named_in_worry(reading)
    about = str(reading.comment_id)
    raise_alarm(AlarmKind.WORRY, about=about, leave_out=kept_from_worry(about))


def keep_named_out(reading: Reading) -> None:
    """Look anew whom the words of a possible worry name, and keep them out.

    The alarm of somebody kept out just now goes to those who are left.
    """
    if not wall_off_named_in_worry(reading):
        return
    about = str(reading.comment_id)
    for kind in (AlarmKind.WORRY, AlarmKind.WORRY_UNREAD):
        if Alarm.objects.filter(kind=kind, about=about, settled_at=None).exists():
            settle_alarm(kind, about=about)
            raise_alarm(kind, about=about, leave_out=kept_from_worry(about))


def settle_worry(reading: Reading) -> None:
    """Settle that alarm: somebody has read the comment, or it was taken further."""
    if not reading.worry:
        return
    for kind in (AlarmKind.WORRY, AlarmKind.WORRY_UNREAD):
        settle_alarm(kind, about=str(reading.comment_id))


@transaction.atomic
def open_worry(reading: Reading, *, by: User) -> str:
    """Return the child's own words to a safeguarding lead; written down that they read.

    Raises NoWorryHere when the comment no longer waits as a possible worry, or names
    `by`: leads read no other comments (decision record 0009).
    """
    if not worries_for(by).filter(pk=reading.pk).exists():
        raise NoWorryHere
    words = reading.comment.read()
    record("moderation.read_worry", of=reading, by=by, version=reading.version)
    settle_worry(reading)
    return words
