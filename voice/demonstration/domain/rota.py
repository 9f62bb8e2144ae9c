"""Keeps the rota: who is on duty in the next six weeks, who is away, what was handed over."""

from datetime import datetime, timedelta

from django.utils import timezone

from voice.accounts.models import User
from voice.council.domain.handing_over import hand_over
from voice.council.domain.holidays import add_bank_holidays
from voice.council.domain.rota import add_absence, add_shift
from voice.council.domain.settings import keep_setting, own_council
from voice.council.enums import DutyRole
from voice.council.models import DutyShift
from voice.demonstration.domain.telling import Telling

DAYS = 42
# By weekday: who is first, and who is second.
FIRST = ("lead", "lead", "lead", "deputy", "deputy")
SECOND_ON = 2
# After everything that is open now must be read: a gap there would close the surveys.
AWAY_IN_WEEK = 4


def keep_rota(telling: Telling) -> None:
    """Fill six weeks of duty hours, leave one day uncovered, hand one shift over."""
    admin = telling.people["admin"]
    council = own_council()
    council.duty_manager = admin
    keep_setting(council, by=admin)
    for year in (telling.today.year, telling.today.year + 1):
        add_bank_holidays(year, by=admin)
    for day in range(DAYS):
        if telling.on(day).weekday() < len(FIRST):
            _put_on_duty(telling, day)
    monday = -telling.today.weekday() + 7 * AWAY_IN_WEEK
    add_absence(
        telling.people["deputy"],
        first_day=telling.on(monday + 3),
        last_day=telling.on(monday + 3),
        by=admin,
    )
    _hand_over(telling)


def _put_on_duty(telling: Telling, day: int) -> None:
    """Put one or two people on duty for a day, unless it is over."""
    starts, ends = telling.at(day, 9), telling.at(day, 17)
    if ends <= timezone.now():
        return
    weekday = telling.on(day).weekday()
    _shift(telling, FIRST[weekday], starts, ends, DutyRole.FIRST)
    if weekday == SECOND_ON:
        _shift(telling, "deputy", starts, ends, DutyRole.SECOND)


def _shift(
    telling: Telling, who: str, starts: datetime, ends: datetime, role: DutyRole
) -> None:
    """Put one person on duty."""
    person: User = telling.people[who]
    add_shift(person, starts=starts, ends=ends, role=role, by=telling.people["admin"])


def _hand_over(telling: Telling) -> None:
    """Have the lead give one shift of next week to the deputy."""
    lead, deputy = telling.people["lead"], telling.people["deputy"]
    next_week = telling.at(-telling.today.weekday() + 7, 0)
    shift = DutyShift.objects.filter(
        user=lead,
        role=DutyRole.FIRST,
        starts__gte=next_week,
        starts__lt=next_week + timedelta(days=1),
    ).first()
    if shift:
        hand_over(shift, to=deputy, note="I am on a course that day.", by=lead)
