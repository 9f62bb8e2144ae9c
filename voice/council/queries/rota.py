"""Reads who is on duty now, who is next, and who leads them."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.council.models import Absence, DutyShift
from voice.council.queries.settings import council_settings


def leads() -> QuerySet[User]:
    """Return everybody who may be on duty: the safeguarding leads who may sign in."""
    return User.objects.filter(
        is_active=True, groups__name=Role.SAFEGUARDING_LEAD.value
    )


def administrators() -> QuerySet[User]:
    """Return the administrators who may sign in."""
    return User.objects.filter(is_active=True, groups__name=Role.ADMINISTRATOR.value)


def on_duty(at: datetime) -> list[User]:
    """Return who is on duty at a moment, the first before the second; perhaps nobody."""
    now = Q(starts__lte=at, ends__gt=at)
    shifts = _shifts(now, away_on=timezone.localdate(at))
    in_order = shifts.order_by("role", "starts", "id")
    return list(dict.fromkeys(shift.user for shift in in_order))


def next_on_duty(at: datetime, *, but: Collection[User] = ()) -> User | None:
    """Return who comes on duty next after a moment, none of `but` or of those on now.

    None when the rota ends before that.
    """
    taken = {user.pk for user in (*but, *on_duty(at))}
    shifts = _shifts(Q(starts__gt=at), away_on=OuterRef("starts__date"))
    shift = shifts.exclude(user__in=taken).order_by("starts", "role", "id").first()
    return shift.user if shift else None


def duty_manager() -> User | None:
    """Return the manager named in the settings while they may sign in, or None."""
    manager = council_settings().duty_manager
    return manager if manager and manager.is_active else None


def _shifts(when: Q, *, away_on: date | OuterRef) -> QuerySet[DutyShift]:
    """Return the shifts of leads who are not away on the day `away_on`."""
    away = Absence.objects.filter(
        user=OuterRef("user"), first_day__lte=away_on, last_day__gte=away_on
    )
    shifts = DutyShift.objects.filter(when, ~Exists(away), user__in=leads())
    return shifts.select_related("user")
