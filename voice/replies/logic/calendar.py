"""What happens when: days of months with what is on them; pure."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from voice.replies.enums import Happening

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on one day.

    `named` tells one from another for ever, whatever it is called. `href` leads to it,
    empty where the reader may not go there. `is_late` says it should be done by now.
    What has its hours lasts from `starts` to `ends`, at `place`; the rest is of the day.
    """

    on: date
    kind: Happening
    title: str
    named: str
    href: str = ""
    is_late: bool = False
    starts: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month with what is on it."""

    on: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """One month; `before` is how many days of its first week belong to the last one."""

    first: date
    before: int
    days: tuple[Day, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is on any of its days."""
        return not any(day.entries for day in self.days)


def month_of(day: date) -> date:
    """Return the first day of the month that `day` is in."""
    return day.replace(day=1)


def months_later(first: date, number: int) -> date:
    """Return the first day of the month so many months after that of `first`.

    Before it for a negative number.
    """
    months = first.year * MONTHS_A_YEAR + first.month - 1 + number
    return date(months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1, 1)


def months(first: date, number: int, entries: Iterable[Entry]) -> list[Month]:
    """Return so many months from that of `first`, each entry on its day, in order.

    Weeks begin on Monday.
    """
    on: dict[date, list[Entry]] = {}
    for one in sorted(entries, key=_in_order):
        on.setdefault(one.on, []).append(one)
    return [_month(months_later(month_of(first), at), on) for at in range(number)]


def _month(first: date, on: dict[date, list[Entry]]) -> Month:
    """Return one month with what is on its days."""
    before, length = calendar.monthrange(first.year, first.month)
    days = [first + timedelta(days=number) for number in range(length)]
    return Month(first, before, tuple(Day(day, tuple(on.get(day, ()))) for day in days))


def _in_order(one: Entry) -> tuple[date, bool, int, str, str, str]:
    """Return what sorts entries: by day, what is late first, then kind, hour, title."""
    return (
        one.on,
        not one.is_late,
        list(Happening).index(one.kind),
        one.starts.isoformat() if one.starts else "",
        one.title,
        one.named,
    )
