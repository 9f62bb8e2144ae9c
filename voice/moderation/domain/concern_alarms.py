"""Tells the people on duty of a concern, those behind a wall left out."""

from voice.council.domain.alarms import raise_alarm, settle_alarm
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.enums import ConcernState, RaisedBy
from voice.moderation.models import Concern
from voice.moderation.queries.concerns import walled_off
from voice.moderation.queries.floods import (
    still_to_decide,
    still_to_see,
    together_with,
)


def tell_of(concern: Concern, kind: AlarmKind | None = None) -> None:
    """Alarm whoever is on duty; again before it is settled is no harm.

    The alarm holds the concern's random id and nothing else.
    """
    raise_alarm(
        kind or _kind(concern),
        about=str(concern.pk),
        leave_out=list(walled_off(concern)),
    )


def tell_anew(concern: Concern) -> None:
    """Take alarms from the desk of somebody walled off just now; tell those who are left.

    A concern that nobody else has seen starts its way through the rota again.
    """
    about = str(concern.pk)
    for kind in _kinds(concern):
        is_open = Alarm.objects.filter(kind=kind, about=about, settled_at=None).exists()
        is_due = kind == _kind(concern) and concern.state == ConcernState.NEW
        if is_open or is_due:
            settle_alarm(kind, about=about)
            tell_of(concern, kind)


def somebody_saw(concern: Concern) -> None:
    """Settle the alarm that the concern was raised; the clock of deciding runs on.

    An alarm for many wishes stands until each of them was seen.
    """
    if not still_to_see(concern):
        _settle((_kind(concern),), concern)


def somebody_decided(concern: Concern) -> None:
    """Settle whatever alarm there is about the concern."""
    if not still_to_decide(concern):
        _settle(_kinds(concern), concern)
    elif not still_to_see(concern):
        _settle((_kind(concern),), concern)


def _settle(kinds: tuple[AlarmKind, ...], concern: Concern) -> None:
    """Settle alarms about a concern, and about the wishes that came with it."""
    for pk in together_with(concern).values_list("pk", flat=True):
        for kind in kinds:
            settle_alarm(kind, about=str(pk))


def _kinds(concern: Concern) -> tuple[AlarmKind, ...]:
    """Return every kind of alarm there may be about a concern."""
    return (_kind(concern), AlarmKind.CONCERN_UNDECIDED, AlarmKind.ESCALATED)


def _kind(concern: Concern) -> AlarmKind:
    """Return the kind of the alarm that it was raised."""
    if concern.raised_from == RaisedBy.CONTACT_ME:
        return AlarmKind.CONTACT
    return AlarmKind.CONCERN
