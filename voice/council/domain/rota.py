"""Keeps the duty rota: shifts, and the days on which people are away."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.errors import (
    AwayBackwards,
    EndsBeforeStart,
    IsAway,
    NotALead,
    Overlaps,
    ShiftIsOver,
)
from voice.council.enums import DutyRole
from voice.council.models import Absence, DutyShift

ONE_MOMENT = timedelta(microseconds=1)


@transaction.atomic
def add_shift(
    user: User, *, starts: datetime, ends: datetime, role: DutyRole | str, by: User
) -> DutyShift:
    """Put `user` on duty for a time.

    Raises NotALead, EndsBeforeStart, ShiftIsOver, IsAway and Overlaps.
    """
    shift = DutyShift(user=user, starts=starts, ends=ends, role=DutyRole(role))
    refuse(shift)
    shift.save()
    record("council.add_shift", of=shift, by=by, user=user.pk, starts=starts, ends=ends)
    return shift


@transaction.atomic
def remove_shift(shift: DutyShift, *, by: User) -> None:
    """Take a shift out of the rota; raises ShiftIsOver for one that is past."""
    if shift.ends <= timezone.now():
        raise ShiftIsOver
    record(
        "council.remove_shift",
        of=shift,
        by=by,
        user=shift.user_id,
        starts=shift.starts,
        ends=shift.ends,
    )
    shift.delete()


@transaction.atomic
def add_absence(user: User, *, first_day: date, last_day: date, by: User) -> Absence:
    """Write down that somebody is away; their shifts are uncovered from now on.

    Days that touch an absence already there make it longer. Raises AwayBackwards.
    """
    if last_day < first_day:
        raise AwayBackwards
    one_day = timedelta(days=1)
    touching = Absence.objects.select_for_update().filter(
        user=user, first_day__lte=last_day + one_day, last_day__gte=first_day - one_day
    )
    for other in touching:
        first_day = min(first_day, other.first_day)
        last_day = max(last_day, other.last_day)
        other.delete()
    absence = Absence.objects.create(user=user, first_day=first_day, last_day=last_day)
    record(
        "council.add_absence",
        of=absence,
        by=by,
        user=user.pk,
        first_day=first_day,
        last_day=last_day,
    )
    return absence


@transaction.atomic
def remove_absence(absence: Absence, *, by: User) -> None:
    """Write down that somebody is there after all."""
    record("council.remove_absence", of=absence, by=by, user=absence.user_id)
    absence.delete()


def refuse(shift: DutyShift) -> None:
    """Raise what stands in the way of `shift`; nothing when it may be kept."""
    if not shift.user.has_role(Role.SAFEGUARDING_LEAD):
        raise NotALead
    if shift.ends <= shift.starts:
        raise EndsBeforeStart
    if shift.ends <= timezone.now():
        raise ShiftIsOver
    if Absence.objects.filter(
        user=shift.user,
        first_day__lte=timezone.localdate(shift.ends - ONE_MOMENT),
        last_day__gte=timezone.localdate(shift.starts),
    ).exists():
        raise IsAway
    # One at a time may change the rota, or two would overlap unseen.
    there = list(
        DutyShift.objects.select_for_update(of=("self",))
        .filter(
            Q(user=shift.user) | Q(role=shift.role),
            starts__lt=shift.ends,
            ends__gt=shift.starts,
        )
        .exclude(pk=shift.pk)
        .select_related("user")[:1]
    )
    if there:
        raise Overlaps(there[0])
