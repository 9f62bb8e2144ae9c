"""Counts in duty hours and working days, across nights, holidays and clock changes; pure.

Everything is compared in UTC, so an hour is an hour on the days the clocks change too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from voice.council.logic.cover import Span

ONE_DAY = timedelta(days=1)
NOTHING = timedelta(0)


@dataclass(frozen=True)
class WorkingCalendar:
    """The hours in which somebody is there: by weekday (0 is Monday), less holidays.

    At least one weekday has hours, or time would never pass; raises ValueError.
    """

    hours: Mapping[int, tuple[time, time]]
    holidays: frozenset[date]
    zone: tzinfo

    def __post_init__(self) -> None:
        """Refuse a calendar in which nobody is ever there."""
        if not self.hours:
            raise ValueError("A working calendar needs the hours of at least one day.")

    def is_working_day(self, day: date) -> bool:
        """Say whether somebody is there at all on `day`."""
        return day.weekday() in self.hours and day not in self.holidays

    def is_open(self, at: datetime) -> bool:
        """Say whether somebody is there at the moment `at`."""
        return any(
            starts <= at < ends for starts, ends in self._spells(self._day_of(at))
        )

    def next_open(self, at: datetime) -> datetime:
        """Return `at` when somebody is there, else the next moment at which they are."""
        for starts, ends in self._spells_from(at):
            if at < ends:
                return max(at, starts).astimezone(self.zone)
        raise AssertionError("Unreachable: the days do not end.")

    def spells_between(self, a: datetime, b: datetime) -> list[Span]:
        """Return the spells of duty between two moments, cut at both."""
        found = []
        for starts, ends in self._spells_from(a):
            if starts >= b:
                break
            cut = (max(starts, a), min(ends, b))
            if cut[0] < cut[1]:
                found.append(cut)
        return found

    def working_time_between(self, a: datetime, b: datetime) -> timedelta:
        """Return how much duty time lies between two moments; none when b is not later."""
        spells = self.spells_between(a, b)
        return sum((ends - starts for starts, ends in spells), NOTHING)

    def add_working_time(self, start: datetime, more: timedelta) -> datetime:
        """Return the first moment at which `more` duty time has passed since `start`."""
        if more <= NOTHING:
            return start
        left = more
        for starts, ends in self._spells_from(start):
            begins = max(starts, start)
            if ends - begins >= left:
                return (begins + left).astimezone(self.zone)
            left -= max(ends - begins, NOTHING)
        raise AssertionError("Unreachable: the days do not end.")

    def add_working_days(self, start: datetime, n: int) -> datetime:
        """Return the moment `n` working days after `start`, at the same time of day.

        What comes outside duty hours counts from the next opening; a day that is
        shorter than the first ends the count at its close.
        """
        begins = self.next_open(start)
        if n <= 0:
            return begins
        day = begins.date()
        for _ in range(n):
            day = self._working_day_after(day)
        ((starts, ends),) = self._spells(day)
        same_time = datetime.combine(day, begins.time(), self.zone).astimezone(UTC)
        return min(max(same_time, starts), ends).astimezone(self.zone)

    def working_days_between(self, a: datetime, b: datetime) -> int:
        """Return how many whole working days have passed between two moments."""
        day, last = self.next_open(a).date(), self._day_of(b)
        passed = 0
        while day < last:
            day += ONE_DAY
            passed += bool(self._spells(day))
        while passed and self.add_working_days(a, passed) > b:
            passed -= 1
        return passed

    def _day_of(self, at: datetime) -> date:
        """Return the local day of a moment; raises ValueError when it has no zone."""
        if at.tzinfo is None:
            raise ValueError("A moment needs its time zone.")
        return at.astimezone(self.zone).date()

    def _working_day_after(self, day: date) -> date:
        """Return the next day on which somebody is there for some time."""
        day += ONE_DAY
        while not self._spells(day):
            day += ONE_DAY
        return day

    def _spells_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the spells of duty, in UTC, from the day of `at` on, without end."""
        day = self._day_of(at)
        while True:
            yield from self._spells(day)
            day += ONE_DAY

    def _spells(self, day: date) -> list[tuple[datetime, datetime]]:
        """Return the spell of duty of one day, in UTC; none when nobody is there.

        Hours that fall wholly into the hour skipped in spring are no hours.
        """
        if not self.is_working_day(day):
            return []
        starts, ends = (
            datetime.combine(day, clock, self.zone).replace(fold=fold).astimezone(UTC)
            for fold, clock in enumerate(self.hours[day.weekday()])
        )
        return [(starts, ends)] if starts < ends else []
