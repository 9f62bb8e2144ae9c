"""How far people who coded the same comments, apart, heard the same in them.

Krippendorff's alpha: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
MASI: R. Passonneau, Measuring Agreement on Set-valued Items, LREC 2006.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from voice.themes.logic.overlap import f1

# Under this, what two people heard is too different to be counted (issue: Agreement).
GOOD_FROM = 0.6
RESAMPLES = 1000
# The same interval is told for the same codings each time a page is opened.
SEED = 2004
INSIDE = 0.95

type Themes = frozenset[int]
# What each coder gave one comment; coders who did not code it are left out.
type Unit[V] = Sequence[V]
type Distance[V] = Callable[[V, V], float]


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which two figures ninety-five of a hundred such samples would lie."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Coded:
    """One comment: how far apart its coders are, and which values they gave."""

    apart: float
    values: tuple[int, ...]


def masi(first: frozenset[Hashable], second: frozenset[Hashable]) -> float:
    """Return how far apart two sets are: 0 the same, 1 nothing in common.

    One minus Jaccard's share times 1 for the same set, ⅔ where one holds the other,
    ⅓ where they overlap, 0 where they do not. Two empty sets are the same.
    """
    if first == second:
        return 0.0
    both = len(first & second)
    if not both:
        return 1.0
    alike = 2 / 3 if first <= second or second <= first else 1 / 3
    return 1 - both / len(first | second) * alike


def nominal(first: Hashable, second: Hashable) -> float:
    """Return 0 for the same value and 1 for any other."""
    return float(first != second)


def alpha[V: Hashable](units: Sequence[Unit[V]], distance: Distance[V]) -> float | None:
    """Return Krippendorff's alpha: 1 always agreed, 0 as by chance, below that worse.

    A comment fewer than two people coded says nothing. None when every value given is
    the same one, or nothing was coded twice: then there is nothing to agree about.
    """
    coded, apart = _prepared(units, distance)
    return _alpha(coded, apart)


def alpha_of_theme(units: Sequence[Unit[Themes]], theme: int) -> float | None:
    """Return the nominal alpha of whether a theme was heard; None as `alpha` does."""
    return alpha([[theme in themes for themes in unit] for unit in units], nominal)


def response_f1(units: Sequence[Unit[Themes]]) -> float | None:
    """Return the mean over comments, and over each pair of coders, of 2|A∩B|/(|A|+|B|).

    Both having heard nothing counts as 1. None when nothing was coded twice.
    """
    shares = [_pair_f1(unit) for unit in units if len(unit) > 1]
    return sum(shares) / len(shares) if shares else None


def alpha_interval[V: Hashable](
    units: Sequence[Unit[V]], distance: Distance[V], *, resamples: int = RESAMPLES
) -> Interval | None:
    """Return a 95 % interval of alpha: comments drawn anew, with replacement.

    None where alpha is. Draws that say nothing are left out.
    """
    import numpy as np  # slow to import: only whoever asks for a figure waits for it

    coded, apart = _prepared(units, distance)
    if _alpha(coded, apart) is None:
        return None
    given = np.zeros((len(coded), len(apart)))
    for number, one in enumerate(coded):
        np.add.at(given[number], list(one.values), 1)
    size = len(coded)
    drawn = np.random.default_rng(SEED).multinomial(
        size, np.full(size, 1 / size), size=resamples
    )
    counts = drawn @ given
    expected = ((counts @ np.array(apart)) * counts).sum(axis=1)
    seen = drawn @ np.array([one.apart for one in coded])
    says = expected > 0
    figures = 1 - seen[says] * (counts[says].sum(axis=1) - 1) / expected[says]
    return _middle(sorted(figures.tolist())) if len(figures) else None


def f1_interval(
    units: Sequence[Unit[Themes]], *, resamples: int = RESAMPLES
) -> Interval | None:
    """Return a 95 % interval of the per-response F1, as `alpha_interval` does."""
    shares = [_pair_f1(unit) for unit in units if len(unit) > 1]
    if not shares:
        return None
    chance = Random(SEED)  # noqa: S311 - a figure, not a secret
    size = len(shares)
    return _middle(
        sorted(sum(chance.choices(shares, k=size)) / size for _ in range(resamples))
    )


def _pair_f1(unit: Unit[Themes]) -> float:
    """Return the mean F1 of each pair of coders of one comment."""
    pairs = list(combinations(unit, 2))
    return sum(f1(one, other, of_nothing=1.0) for one, other in pairs) / len(pairs)


def _prepared[V: Hashable](
    units: Sequence[Unit[V]], distance: Distance[V]
) -> tuple[list[_Coded], list[list[float]]]:
    """Return the comments coded twice, and how far apart each two values are."""
    pairable = [unit for unit in units if len(unit) > 1]
    values = list(dict.fromkeys(value for unit in pairable for value in unit))
    at = {value: number for number, value in enumerate(values)}
    apart = [[distance(one, other) for other in values] for one in values]
    coded = []
    for unit in pairable:
        numbers = tuple(at[value] for value in unit)
        sum_of_pairs = sum(apart[a][b] for a, b in combinations(numbers, 2))
        coded.append(_Coded(2 * sum_of_pairs / (len(unit) - 1), numbers))
    return coded, apart


def _alpha(coded: Sequence[_Coded], apart: Sequence[Sequence[float]]) -> float | None:
    """Return one minus the disagreement seen by that expected by chance."""
    counts = [0] * len(apart)
    for one in coded:
        for value in one.values:
            counts[value] += 1
    given = [(value, count) for value, count in enumerate(counts) if count]
    total = sum(counts)
    expected = 2 * sum(
        one_count * other_count * apart[one][other]
        for (one, one_count), (other, other_count) in combinations(given, 2)
    )
    if not expected:
        return None
    seen = sum(one.apart for one in coded)
    return 1 - seen * (total - 1) / expected


def _middle(figures: Sequence[float]) -> Interval:
    """Return between what the middle ninety-five of a hundred sorted figures lie."""
    aside = int(len(figures) * (1 - INSIDE) / 2)
    return Interval(figures[aside], figures[-1 - aside])
