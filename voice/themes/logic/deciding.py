"""Which scores are to be called sure, likely or maybe; pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voice.themes.enums import Likeliness

if TYPE_CHECKING:
    from numpy import ndarray

# A proposal called sure is to be right so often (DESIGN.md §8).
RIGHT = 0.92
# Proposals under it are not worth a person's look.
LEAST = 0.05
# Fewer than so many would tell nothing about what sure is worth.
ENOUGH_SURE = 10


@dataclass(frozen=True, slots=True)
class Decision:
    """Platt's slope and shift of the logits, and the scores from which to say what."""

    slope: float
    shift: float
    likely: float
    sure: float

    def calibrated(self, raw: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
        """Return logits as shares that are right."""
        import numpy

        return 1 / (1 + numpy.exp(-(self.slope * raw + self.shift)))

    def proposed(self, row: "ndarray[Any, Any]") -> list[tuple[int, float, Likeliness]]:
        """Return the themes worth proposing, likeliest first: place, score, word.

        The likeliest is always likely: a comment was tagged with something.
        """
        found: list[tuple[int, float, Likeliness]] = []
        for at in sorted(range(len(row)), key=lambda place: -row[place]):
            score = float(row[at])
            if found and score < LEAST:
                break
            found.append((at, score, self._word(score, is_first=not found)))
        return found

    def _word(self, score: float, *, is_first: bool) -> Likeliness:
        """Return the word for a score."""
        if score >= self.sure:
            return Likeliness.SURE
        if is_first or score >= self.likely:
            return Likeliness.LIKELY
        return Likeliness.MAYBE


def decide(raw: "ndarray[Any, Any]", meant: "ndarray[Any, Any]") -> Decision:
    """Return the calibration and the words that serve best on texts not learned from.

    Both have a row a text and a column a theme: logits, and whether it is meant.
    """
    from sklearn.linear_model import LogisticRegression

    platt = LogisticRegression(C=1e6).fit(raw.reshape(-1, 1), meant.reshape(-1))
    slope, shift = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    scores = Decision(slope, shift, 1.0, 1.0).calibrated(raw)
    return Decision(
        slope, shift, likely=_likely(scores, meant), sure=_sure(scores, meant)
    )


def _likely(scores: "ndarray[Any, Any]", meant: "ndarray[Any, Any]") -> float:
    """Return the score from which a second theme makes F1 per response best."""
    import numpy

    first = numpy.eye(scores.shape[1], dtype=bool)[scores.argmax(axis=1)]
    best, chosen = -1.0, 1.01
    for least in (1.01, *numpy.arange(0.9, 0.15, -0.05)):
        says = first | (scores >= least)
        both = (says & meant).sum(axis=1)
        mean = (2 * both / (says.sum(axis=1) + meant.sum(axis=1))).mean()
        if mean > best + 1e-9:
            best, chosen = float(mean), float(least)
    return chosen


def _sure(scores: "ndarray[Any, Any]", meant: "ndarray[Any, Any]") -> float:
    """Return the lowest score from which 92 % are right; over 1 when none is."""
    import numpy

    order = numpy.argsort(-scores, axis=None)
    right = numpy.cumsum(meant.reshape(-1)[order])
    count = numpy.arange(1, len(order) + 1)
    good = (right / count >= RIGHT) & (count >= ENOUGH_SURE)
    return (
        float(scores.reshape(-1)[order][good.nonzero()[0][-1]]) if good.any() else 1.01
    )
