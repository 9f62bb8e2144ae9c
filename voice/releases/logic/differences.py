"""Whether protected shares are far enough apart to say that they differ.

A share that is told is not the share that is true: counts were rounded, and those who
answered are some of those who could have. A difference is only claimed when it would
stand in the least favourable of the true values that are told alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from voice.releases.logic.protected import Code
from voice.releases.logic.rule import LOWEST_BASE
from voice.releases.logic.tables import Figure

# A count may be this far from what is told of it, a percentage half of its base.
OFF_COUNT = LOWEST_BASE // 2
OFF_PERCENT = LOWEST_BASE / 2
SURE = 0.95
HALF = 0.5


class Compared(StrEnum):
    """What may be said of a second share beside a first."""

    MORE = "more"
    FEWER = "fewer"
    TOO_CLOSE = "too_close"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class Share:
    """What a protected share can be: at least `low`, at most `high`, of `of` people.

    `of` is the fewest there can be, so that chance is never thought smaller than it is.
    """

    low: float
    high: float
    of: int


def share_of_count(count: Figure, base: Figure) -> Share | None:
    """Return the shares that a protected count of a protected base can stand for.

    None when either is told in words: words carry no difference.
    """
    number, of = _number(count, Code.COUNT), _number(base, Code.COUNT)
    if number is None or of is None:
        return None
    return _share(number - OFF_COUNT, number + OFF_COUNT, of)


def share_of_percent(percent: Figure, base: Figure) -> Share | None:
    """Return the shares that a protected percentage of a protected base can stand for.

    A percentage is made from rounded counts and rounded again. None as above.
    """
    number, of = _number(percent, Code.PERCENT), _number(base, Code.COUNT)
    if number is None or of is None:
        return None
    low = (number - OFF_PERCENT) / 100 * of - OFF_COUNT
    high = (number + OFF_PERCENT) / 100 * of + OFF_COUNT
    return _share(low, high, of)


def _number(figure: Figure, code: Code) -> int | None:
    """Return the number of a figure of this code; None for any other."""
    return figure["number"] if figure["code"] == code else None


def _share(low: float, high: float, of: int) -> Share:
    """Return the share between two counts of about `of`."""
    fewest, most = max(of - OFF_COUNT, 1), of + OFF_COUNT
    return Share(max(low, 0) / most, min(high / fewest, 1.0), fewest)


def compare(first: Share | None, second: Share | None, *, pairs: int = 1) -> Compared:
    """Return what may be said of `second` beside `first`; `pairs` are compared in all.

    Newcombe's interval for the difference of two shares (Statistics in Medicine 17,
    1998, method 10) must lie apart from nought, at 95 % for all pairs together
    (Bonferroni).
    """
    if first is None or second is None:
        return Compared.NOT_TOLD
    if _stands_above(second, first, pairs):
        return Compared.MORE
    return Compared.FEWER if _stands_above(first, second, pairs) else Compared.TOO_CLOSE


def beside_half(share: Share | None) -> Compared:
    """Return what may be said of `share` beside half of those who could have answered.

    Its Wilson interval at 95 %, at the least favourable of the true values that are
    told alike, must lie apart from a half.
    """
    if share is None:
        return Compared.NOT_TOLD
    z = NormalDist().inv_cdf(1 - (1 - SURE) / 2)
    if _wilson(share.low, share.of, z)[0] > HALF:
        return Compared.MORE
    above = _wilson(share.high, share.of, z)[1]
    return Compared.FEWER if above < HALF else Compared.TOO_CLOSE


def _stands_above(upper: Share, lower: Share, pairs: int) -> bool:
    """Say whether one share is surely above another, at its lowest and that at its highest."""
    difference = upper.low - lower.high
    if difference <= 0:
        return False
    z = NormalDist().inv_cdf(1 - (1 - SURE) / (2 * pairs))
    below, _above = _wilson(upper.low, upper.of, z)
    _below, above = _wilson(lower.high, lower.of, z)
    return difference > sqrt((upper.low - below) ** 2 + (above - lower.high) ** 2)


def _wilson(share: float, of: int, z: float) -> tuple[float, float]:
    """Return Wilson's score interval of a share of `of` people."""
    middle = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return (middle - half) / scale, (middle + half) / scale


def furthest_apart(shares: Sequence[Share | None]) -> tuple[int, int] | None:
    """Return the places of the lower and the higher of the two that differ most surely.

    None when no two are far enough apart; every pair is counted as compared.
    """
    pairs = len(shares) * (len(shares) - 1) // 2
    found = [
        (higher.low - lower.high, at, above)
        for at, lower in enumerate(shares)
        for above, higher in enumerate(shares)
        if lower and higher and compare(lower, higher, pairs=pairs) == Compared.MORE
    ]
    if not found:
        return None
    _gap, at, above = max(found)
    return at, above
