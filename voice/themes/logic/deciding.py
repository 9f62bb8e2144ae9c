"""What a theme's logits are worth, and what is called sure, likely or maybe; pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voice.themes.enums import Likeliness

if TYPE_CHECKING:
    from numpy import ndarray

# A proposal called sure is to be right 92 times of 100 (DESIGN.md §8). Of the scores
# to choose from the luckiest is chosen, so the aim is a little higher.
AIM = 0.93
# Proposals under it are not worth a person's look.
LEAST = 0.05
# Over every score: nothing is called sure.
NEVER = 1.01
FURTHEST = 20.0


@dataclass(frozen=True, slots=True)
class Decision:
    """How logits become shares that are right, and from which share sure is said.

    Platt scaling (Advances in Large Margin Classifiers, 1999) with two inputs more: the
    strength of the theme's rivals, so that the scores of themes that never come
    together add up to one, and the theme itself.
    """

    own: float
    rivals: float
    themes: "ndarray[Any, Any]"
    sure: float

    def calibrated(self, logits: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
        """Return a row of scores from 0 to 1 for each row of logits."""
        import numpy

        told = self.own * logits + self.rivals * _rivals(logits) + self.themes
        return 1 / (1 + numpy.exp(-told.clip(-FURTHEST, FURTHEST)))

    def proposed(self, row: "ndarray[Any, Any]") -> list[tuple[int, float, Likeliness]]:
        """Return the themes worth proposing, likeliest first: place, score, word."""
        order = sorted(range(len(row)), key=lambda at: -row[at])
        likely = how_many([float(row[at]) for at in order])
        return [
            (at, float(row[at]), self._word(float(row[at]), is_likely=rank < likely))
            for rank, at in enumerate(order)
            if rank < likely or row[at] >= LEAST
        ]

    def _word(self, score: float, *, is_likely: bool) -> Likeliness:
        """Return the word for a score."""
        if score >= self.sure:
            return Likeliness.SURE
        return Likeliness.LIKELY if is_likely else Likeliness.MAYBE


def how_many(scores: list[float]) -> int:
    """Return how many of the themes to say, for the best F1 to be expected.

    `scores` are a text's, highest first. Of k themes 2 × (their scores) / (k + themes
    it has) is right, as far as scores can tell; every text has one theme at least.
    """
    has = max(1.0, sum(scores))
    best, chosen, total = -1.0, 1, 0.0
    for count, score in enumerate(scores, start=1):
        total += score
        expected = 2 * total / (count + has)
        if expected > best:
            best, chosen = expected, count
    return chosen


def decide(logits: "ndarray[Any, Any]", meant: "ndarray[Any, Any]") -> Decision:
    """Return the calibration, and the words, that suit texts not learned from.

    Both have a row a text and a column a theme: logits, and whether it is meant.
    """
    import numpy
    from sklearn.linear_model import LogisticRegression

    texts, themes = logits.shape
    which = numpy.tile(numpy.eye(themes) / 2, (texts, 1))
    told = numpy.column_stack([logits.reshape(-1), _rivals(logits).reshape(-1), which])
    platt = LogisticRegression(max_iter=500).fit(told, meant.reshape(-1))
    own, rivals, *each = (float(one) for one in platt.coef_[0])
    shifts = numpy.array(each) / 2 + float(platt.intercept_[0])
    scores = Decision(own, rivals, shifts, NEVER).calibrated(logits)
    return Decision(own, rivals, shifts, _sure(scores, meant))


def _rivals(logits: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """Return, for each theme, the logarithm of the others' odds together."""
    import numpy

    odds = numpy.exp(logits.clip(-FURTHEST, FURTHEST))
    return numpy.log((odds.sum(axis=1, keepdims=True) - odds).clip(min=1e-9))


def _sure(scores: "ndarray[Any, Any]", meant: "ndarray[Any, Any]") -> float:
    """Return the lowest score from which enough are right; over 1 when none is.

    How many are right is the mean of what was seen and what the scores hoped for, with
    one wrong more than that.
    """
    import numpy

    order = numpy.argsort(-scores, axis=None, kind="stable")
    highest = scores.reshape(-1)[order]
    right = (numpy.cumsum(meant.reshape(-1)[order]) + numpy.cumsum(highest)) / 2 - 1
    good = (right / numpy.arange(1, len(order) + 1) >= AIM).nonzero()[0]
    return float(highest[good[-1]]) if len(good) else NEVER
