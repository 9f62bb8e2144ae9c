"""How long answering took, no finer than it is kept; pure."""

from collections.abc import Mapping
from typing import NamedTuple

from surveys.time_taken import Took

A_MINUTE = 60


class Quartiles(NamedTuple):
    """What a quarter, half and three quarters of those who finished took at most."""

    quarter: Took
    half: Took
    three_quarters: Took


def took(seconds: float) -> Took:
    """Return the class of a time: up to so many minutes, or longer."""
    for one in Took.limits():
        if seconds <= int(one.value) * A_MINUTE:
            return one
    return Took.LONGER


def quartiles(counts: Mapping[str, int]) -> Quartiles | None:
    """Return the quartiles of counts by class; None when no time is known.

    A quartile is the first class by which that share of the known times has ended, so
    it is exact however coarse the classes are.
    """
    known = [(one, counts.get(one.value, 0)) for one in Took.known()]
    total = sum(number for _one, number in known)
    if not total:
        return None
    found = []
    for quarters in (1, 2, 3):
        ended = 0
        for one, number in known:
            ended += number
            if 4 * ended >= quarters * total:
                found.append(one)
                break
    return Quartiles(*found)
