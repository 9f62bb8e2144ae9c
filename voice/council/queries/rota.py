"""Reads who is on duty now, who is next, and who leads them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.council.logic.cover import Span, uncovered
from voice.council.models import Absence, DutyShift
from voice.council.queries.calendar import working_calendar
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


@dataclass(frozen=True)
class Cover:
    """A shift as the rota shows it: whether its person is a lead and there."""

    shift: DutyShift
    is_away: bool
    is_lead: bool

    @property
    def is_covered(self) -> bool:
        """Say whether somebody can be reached."""
        return self.is_lead and not self.is_away


def covers(since: datetime, until: datetime) -> list[Cover]:
    """Return every shift that touches a stretch of time, in order of time; two queries."""
    shifts = (
        DutyShift.objects.filter(ends__gt=since, starts__lt=until)
        .select_related("user")
        .prefetch_related("user__groups", "user__absences")
        .order_by("starts", "role", "id")
    )
    return [
        Cover(
            shift,
            is_away=bool(_days_away(shift)),
            is_lead=shift.user.is_active
            and Role.SAFEGUARDING_LEAD in shift.user.roles(),
        )
        for shift in shifts
    ]


def gaps(since: datetime, until: datetime) -> list[Span]:
    """Return the stretches of duty hours in which nobody of the rota can be reached."""
    there = spans_covered(since, until)
    return uncovered(working_calendar().spells_between(since, until), there)


def spans_covered(since: datetime, until: datetime) -> list[Span]:
    """Return the stretches of the rota in which its person can be reached."""
    return [
        span
        for cover in covers(since, until)
        if cover.is_lead
        for span in _spans_there(cover.shift)
    ]


def rota_is_kept(at: datetime) -> bool:
    """Say whether there is a rota from a moment on."""
    return DutyShift.objects.filter(ends__gt=at).exists()


def _days_away(shift: DutyShift) -> list[date]:
    """Return the days of a shift on which its person is away."""
    first = timezone.localdate(shift.starts)
    # One that ends at midnight does not touch the day that begins there.
    last = timezone.localdate(shift.ends - timedelta(microseconds=1))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    absences = list(shift.user.absences.all())
    return [
        day
        for day in days
        if any(away.first_day <= day <= away.last_day for away in absences)
    ]


def _spans_there(shift: DutyShift) -> list[Span]:
    """Return the stretches of a shift in which its person is there."""
    zone = timezone.get_current_timezone()
    away = [
        (
            datetime.combine(day, time(), zone),
            datetime.combine(day + timedelta(days=1), time(), zone),
        )
        for day in _days_away(shift)
    ]
    return uncovered([(shift.starts, shift.ends)], away)


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
