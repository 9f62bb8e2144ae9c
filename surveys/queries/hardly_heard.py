"""Who has hardly been heard of those who were asked, in words that may be passed on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveys.logic.hardly_heard import AskedAndHeard, hardly_heard
from surveys.models import Survey
from surveys.queries.reach import Reach
from surveys.queries.response_rate import Rate, rates_among
from surveys.shown_shares import share_said, smallest_named


@dataclass(frozen=True, slots=True)
class HardlyHeard:
    """One group, and how large a share of it has answered, in words without a digit."""

    name: str
    share: str


@dataclass(frozen=True, slots=True)
class HeardSoFar:
    """Who has hardly been heard; `is_framed` says that groups asked were written down."""

    groups: tuple[HardlyHeard, ...]
    is_framed: bool


def heard_so_far(survey: Survey, reaches: Sequence[Reach]) -> HeardSoFar:
    """Return who has hardly been heard of a survey so far; a fixed number of queries.

    `reaches` are all its ways in. Groups are compared within one breakdown, as nobody is
    in two groups of it; ways in too. What is said is no finer than a release in words.
    """
    rates = rates_among(survey, reaches)
    compared = [groups for _breakdown, groups in rates.by]
    compared.append(rates.ways)
    smallest = smallest_named()
    found: dict[str, HardlyHeard] = {}
    for groups in compared if smallest is not None else []:
        for one in hardly_heard(_groups(groups), smallest=smallest or 0):
            share = share_said(one.finished, one.asked)
            if share is not None:
                found.setdefault(one.name, HardlyHeard(one.name, share))
    return HeardSoFar(tuple(found.values()), is_framed=bool(rates.by or rates.ways))


def _groups(rates: Iterable[Rate]) -> list[AskedAndHeard]:
    """Return rates as the logic compares them."""
    return [AskedAndHeard(one.name, one.asked, one.finished) for one in rates]
