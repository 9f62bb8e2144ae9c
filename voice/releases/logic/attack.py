"""What somebody who knows the rules can work out from what is told.

Each true count is known to lie between two bounds. Tables add up, so bounds
tighten one another; what they tighten to is what the table really tells.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

ROUNDS = 30


class Bounds(NamedTuple):
    """The least and the most a true count can be."""

    low: int
    high: int

    def both(self, other: "Bounds") -> "Bounds":
        """Return what satisfies both."""
        return Bounds(max(self.low, other.low), min(self.high, other.high))

    def covers(self, low: int, high: int) -> bool:
        """Say whether every count from `low` to `high` is possible."""
        return self.low <= low and high <= self.high


@dataclass(frozen=True, slots=True)
class Sum:
    """`parts` add up to `total`; or, for several choices, to `total` or more."""

    total: str
    parts: tuple[str, ...]
    or_more: bool = False


def tighten(known: Mapping[str, Bounds], sums: Iterable[Sum]) -> dict[str, Bounds]:
    """Return the bounds of every count once the sums have been used on them."""
    bounds = dict(known)
    sums = list(sums)
    for _ in range(ROUNDS):
        before = dict(bounds)
        for one in sums:
            _use(bounds, one)
        if bounds == before:
            break
    return bounds


def _use(bounds: dict[str, Bounds], one: Sum) -> None:
    """Tighten `bounds` with one sum."""
    least = sum(bounds[part].low for part in one.parts)
    most = sum(bounds[part].high for part in one.parts)
    total = bounds[one.total]
    for part in one.parts:
        mine = bounds[part]
        low = total.low - (most - mine.high)
        # Whoever chose one thing is at most everybody; sums that are exact tell more.
        high = total.high if one.or_more else total.high - (least - mine.low)
        bounds[part] = mine.both(Bounds(low, high))
    told = Bounds(0, most) if one.or_more else Bounds(least, most)
    bounds[one.total] = total.both(told)
