"""How right suggestions are against the tags people made; pure.

F1 per response is ThemeFinder's and Consult's: the mean over texts of
2|A∩B| / (|A|+|B|), scikit-learn's average="samples", a text without any theme on
either side counting 0. What the machine says of a text is what it calls sure or likely;
a maybe is shown, and counted only among the first two.
"""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from voice.themes.enums import Likeliness
from voice.themes.logic.overlap import f1
from voice.themes.logic.proposals import Proposal

if TYPE_CHECKING:
    from numpy import ndarray

# Under this many texts nothing is told.
ENOUGH = 30
DRAWS = 1000
BINS = 10


class ThemeAccuracy(TypedDict):
    """Of one theme: how often it was meant, and its precision and recall from 0 to 1.

    Precision is None where it was never proposed, recall where it was never meant.
    """

    comments: int
    precision: float | None
    recall: float | None


class Accuracy(TypedDict):
    """How right suggestions were; shares from 0 to 1, with a 95 % interval of F1.

    `sure_covers` is the share of comments with a proposal called sure, and `sure_right`
    the share of those proposals that are right: None where there were none.
    `calibration` is the expected calibration error: how far scores are from the share
    that is right, on average. `themes` are by their id, as text.
    """

    comments: int
    f1: float
    f1_low: float
    f1_high: float
    macro_f1: float
    first_two: float
    sure_covers: float
    sure_right: float | None
    calibration: float
    themes: dict[str, ThemeAccuracy]


def said[K: Hashable](proposals: Sequence[Proposal[K]]) -> frozenset[K]:
    """Return what the machine says of a text: what it calls sure or likely."""
    return frozenset(
        one.theme for one in proposals if one.likeliness != Likeliness.MAYBE
    )


def measure[K: Hashable](
    meant: Sequence[frozenset[K]],
    proposed: Sequence[Sequence[Proposal[K]]],
    *,
    seed: int = 0,
) -> Accuracy:
    """Return how right the proposals are, given what people meant, text by text.

    Raises ValueError without any text.
    """
    if not meant:
        raise ValueError("There is nothing to measure.")
    import numpy

    says = [said(one) for one in proposed]
    each = numpy.array(
        [f1(a, b, of_nothing=0.0) for a, b in zip(meant, says, strict=True)]
    )
    low, high = interval(each, seed=seed)
    themes = _by_theme(meant, says)
    sure = _sure(meant, proposed)
    return Accuracy(
        comments=len(meant),
        f1=float(each.mean()),
        f1_low=low,
        f1_high=high,
        macro_f1=_macro(themes),
        first_two=_first_two(meant, proposed),
        sure_covers=sum(bool(one) for one in sure) / len(meant),
        sure_right=_share([right for one in sure for right in one]),
        calibration=_calibration(meant, proposed),
        themes=themes,
    )


def interval(each: "ndarray[Any, Any]", *, seed: int) -> tuple[float, float]:
    """Return the 95 % interval of the mean, by bootstrap of so many draws."""
    import numpy

    dice = numpy.random.default_rng(seed)
    means = [
        each[dice.integers(0, len(each), len(each))].mean() for _draw in range(DRAWS)
    ]
    low, high = numpy.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def _share(right: Sequence[bool]) -> float | None:
    """Return the share that is true; None of nothing."""
    return sum(right) / len(right) if right else None


def _by_theme[K: Hashable](
    meant: Sequence[frozenset[K]], says: Sequence[frozenset[K]]
) -> dict[str, ThemeAccuracy]:
    """Return precision and recall of each theme that was meant or said."""
    found = {}
    for theme in sorted(frozenset().union(*meant, *says), key=str):
        in_meant = [theme in one for one in meant]
        in_says = [theme in one for one in says]
        both = list(zip(in_meant, in_says, strict=True))
        found[str(theme)] = ThemeAccuracy(
            comments=sum(in_meant),
            precision=_share([a for a, b in both if b]),
            recall=_share([b for a, b in both if a]),
        )
    return found


def _macro(themes: dict[str, ThemeAccuracy]) -> float:
    """Return the mean of the themes' F1, 0 for one never found; 0 of none."""
    each = []
    for one in themes.values():
        precision, recall = one["precision"] or 0.0, one["recall"] or 0.0
        both = precision + recall
        each.append(2 * precision * recall / both if both else 0.0)
    return sum(each) / len(each) if each else 0.0


def _first_two[K: Hashable](
    meant: Sequence[frozenset[K]], proposed: Sequence[Sequence[Proposal[K]]]
) -> float:
    """Return the share of the themes meant that are among the first two proposed."""
    found = [
        theme in {one.theme for one in proposals[:2]}
        for themes, proposals in zip(meant, proposed, strict=True)
        for theme in themes
    ]
    return _share(found) or 0.0


def _sure[K: Hashable](
    meant: Sequence[frozenset[K]], proposed: Sequence[Sequence[Proposal[K]]]
) -> list[list[bool]]:
    """Return, for each text, which of its proposals called sure are right."""
    return [
        [one.theme in themes for one in given if one.likeliness == Likeliness.SURE]
        for themes, given in zip(meant, proposed, strict=True)
    ]


def _calibration[K: Hashable](
    meant: Sequence[frozenset[K]], proposed: Sequence[Sequence[Proposal[K]]]
) -> float:
    """Return the expected calibration error of all proposals, in ten equal bins."""
    bins: list[list[tuple[float, bool]]] = [[] for _bin in range(BINS)]
    for themes, given in zip(meant, proposed, strict=True):
        for one in given:
            place = min(int(one.score * BINS), BINS - 1)
            bins[place].append((one.score, one.theme in themes))
    total = sum(map(len, bins))
    off = sum(
        abs(sum(score for score, _ in one) - sum(right for _, right in one))
        for one in bins
    )
    return off / total if total else 0.0
