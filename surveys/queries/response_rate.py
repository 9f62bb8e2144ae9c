"""How many of those who were asked have answered, by way in and by group.

The frame is what workers keep of who was asked through each way in. A group of it is
compared with a group of answers where both are called the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from surveys.logic.groups import breakdowns_of
from surveys.logic.tallying import ALL
from surveys.models import AskedGroup, CountSheet, Edition, Survey
from surveys.queries.groups import breakdown_name, group_name, groups_of
from surveys.queries.joined_counts import NO_GROUPS, percent, together
from surveys.queries.reach import Reach, as_one, reach_of


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were asked and how many of them finished; `as_on` where it is no live
    number."""

    name: str
    asked: int
    finished: int
    as_on: date | None = None

    @property
    def percent(self) -> int | None:
        """Return the rate of a hundred; None where more answered than were asked."""
        fits = 0 < self.asked >= self.finished
        return percent(self.finished, self.asked) if fits else None


@dataclass(frozen=True, slots=True)
class Rates:
    """The response rates of a survey.

    `finished` is how many did in all. `together` is over the ways in of which somebody said how many were asked; None
    where nobody has. `unframed` is how many finished through the others. `by` are
    breakdowns, each with the groups the frame names too; `unmatched` are groups of
    the frame that no answer can be told to be of.
    """

    finished: int
    together: Rate | None
    ways: tuple[Rate, ...]
    unframed: int
    by: tuple[tuple[str, tuple[Rate, ...]], ...]
    unmatched: tuple[AskedGroup, ...]


def rates_of(survey: Survey) -> Rates:
    """Return the response rates of a survey; in a fixed number of queries."""
    return rates_among(survey, reach_of(list(survey.invitations.all())))


def rates_among(survey: Survey, reaches: Sequence[Reach]) -> Rates:
    """Return the response rates of a survey of which `reaches` are all the ways in."""
    framed = [one for one in reaches if one.asked is not None]
    frame = _frame(framed)
    editions = list(survey.editions.order_by("-number"))
    by = tuple(_by_group(editions, frame)) if frame else ()
    matched = {one.name.casefold() for _name, rates in by for one in rates}
    return Rates(
        finished=as_one(reaches).counts.finished,
        together=_together(framed),
        ways=tuple(_of_way(one) for one in framed),
        unframed=sum(one.counts.finished for one in reaches if one.asked is None),
        by=by,
        unmatched=tuple(
            AskedGroup(group=group, asked=asked)
            for group, asked in frame.items()
            if group.casefold() not in matched
        ),
    )


def _frame(framed: Iterable[Reach]) -> dict[str, int]:
    """Return how many were asked of each named group, through all ways in."""
    found: dict[str, int] = {}
    called: dict[str, str] = {}
    for reach in framed:
        for row in reach.groups:
            if row.group:
                name = called.setdefault(row.group.casefold(), row.group)
                found[name] = found.get(name, 0) + row.asked
    return found


def _of_way(reach: Reach) -> Rate:
    """Return the rate of one way in of which it is said who was asked."""
    finished = reach.counts.finished
    return Rate(str(reach.invitation), reach.asked or 0, finished, reach.as_on)


def _together(framed: list[Reach]) -> Rate | None:
    """Return the rate over all ways in of which it is said who was asked."""
    if not framed:
        return None
    one = as_one(framed)
    return Rate("", one.asked or 0, one.counts.finished, one.as_on)


def _by_group(
    editions: list[Edition], frame: dict[str, int]
) -> Iterable[tuple[str, tuple[Rate, ...]]]:
    """Yield each breakdown with groups that the frame names too, and their rates."""
    asked = {name.casefold(): number for name, number in frame.items()}
    sheets: dict[str, list[CountSheet]] = {}
    for sheet in CountSheet.objects.filter(edition__in=editions).exclude(breakdown=""):
        sheets.setdefault(sheet.breakdown, []).append(sheet)
    newest = {
        name: edition.definition
        for edition in reversed(editions)
        for name in breakdowns_of(edition.definition)
    }
    for name, definition in newest.items():
        cells = together(sheet.cells for sheet in sheets.get(name, []))
        counts = cells.get(ALL, {}).get(ALL, NO_GROUPS)
        rates = tuple(
            Rate(called, asked[called.casefold()], counts.get(key, 0))
            for key in groups_of(name, definition)
            for called in [group_name(name, key, definition)]
            if called.casefold() in asked
        )
        if rates:
            yield breakdown_name(name, definition), rates
