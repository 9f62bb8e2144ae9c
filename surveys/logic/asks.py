"""Who is asked how much, and how soon again; pure.

A group is an age band. An ask belongs to the quarter in which it opens.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# Judged, as the issue of surveys has it: the same group is left alone this long.
APART = timedelta(weeks=8)
MONTHS_A_QUARTER = 3
QUARTERS_A_YEAR = 4


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year; the first begins with January."""

    year: int
    number: int

    @property
    def starts(self) -> date:
        """Return its first day."""
        return date(self.year, (self.number - 1) * MONTHS_A_QUARTER + 1, 1)

    @property
    def ends(self) -> date:
        """Return its last day."""
        return self.next().starts - timedelta(days=1)

    def next(self) -> "Quarter":
        """Return the one after it."""
        if self.number == QUARTERS_A_YEAR:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)


def quarter_of(day: date) -> Quarter:
    """Return the quarter that `day` is in."""
    return Quarter(day.year, (day.month - 1) // MONTHS_A_QUARTER + 1)


@dataclass(frozen=True)
class Ask:
    """One survey as an ask: when, and how many questions of each age band.

    `run_by` are the names of those who run it.
    """

    pk: int
    slug: str
    title: str
    asked_who: str
    opens_on: date
    closes_on: date
    questions: Mapping[str, int]
    run_by: tuple[str, ...] = ()
    is_published: bool = False

    @property
    def quarter(self) -> Quarter:
        """Return the quarter in which it opens."""
        return quarter_of(self.opens_on)

    def groups_with(self, other: "Ask") -> list[str]:
        """Return the age bands that both ask within eight weeks; none when far apart."""
        near = (
            self.opens_on <= other.closes_on + APART
            and other.opens_on <= self.closes_on + APART
        )
        return [band for band in self.questions if near and band in other.questions]


def asked_a_quarter(asks: Iterable[Ask]) -> dict[Quarter, Counter[str]]:
    """Return how many questions each age band is asked in each quarter."""
    totals: dict[Quarter, Counter[str]] = {}
    for ask in asks:
        totals.setdefault(ask.quarter, Counter()).update(ask.questions)
    return totals
