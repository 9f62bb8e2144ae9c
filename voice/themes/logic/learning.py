"""Learning a codebook's themes from the tags people made; pure.

Words (TF-IDF) and, where there are vectors, meaning, into one-vs-rest logistic
regression. The scores are calibrated, and what is called sure or likely is decided, on
tags the model had not seen (cross-validation). Nothing learned outlives the process.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voice.themes.logic.deciding import Decision, decide
from voice.themes.logic.matching import match_to_sentences
from voice.themes.logic.proposals import MOST, Proposal, ThemeText
from voice.themes.logic.regression import Regression, fit
from voice.themes.logic.splitting import folds

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = [
    "FEWEST",
    "CannotLearn",
    "Learned",
    "Proposal",
    "ThemeText",
    "learn",
    "match_to_sentences",
]

# Tagged comments under which themes' own sentences serve instead.
FEWEST = 20
FOLDS = 5


class CannotLearn(Exception):
    """There are too few tags to learn from."""


@dataclass(frozen=True, slots=True)
class Learned[K: Hashable]:
    """What was learned; kept in memory alone."""

    themes: tuple[K, ...]
    regression: Regression
    decision: Decision

    def suggest(
        self, texts: Sequence[str], vectors: "ndarray[Any, Any] | None"
    ) -> list[list[Proposal[K]]]:
        """Return up to three proposals for each text, likeliest first.

        `vectors` are the texts' rows, or None if it was learned without.
        """
        if not texts:
            return []
        raw = self.regression.scores(texts, vectors)
        scores = self.decision.calibrated(raw)
        return [
            [
                Proposal(self.themes[at], score, likeliness)
                for at, score, likeliness in self.decision.proposed(row)[:MOST]
            ]
            for row in scores
        ]


def learn[K: Hashable](
    texts: Sequence[str],
    labels: Sequence[frozenset[K]],
    *,
    vectors: "ndarray[Any, Any] | None",
    themes: Sequence[ThemeText[K]] = (),
) -> Learned[K]:
    """Return what these tags teach; each text has one theme at least.

    Raises CannotLearn under twenty texts, or when all say the same.
    """
    import numpy

    found = tuple(sorted(frozenset().union(*labels), key=str))
    if len(texts) < FEWEST or len(found) < 2:
        raise CannotLearn("Tag twenty comments with two themes at least.")
    meant = numpy.array([[theme in one for theme in found] for one in labels])
    unseen = numpy.zeros(meant.shape)
    for part in folds(labels, count=FOLDS, seed=0):
        kept = numpy.setdiff1d(numpy.arange(len(texts)), part)
        model = fit([texts[at] for at in kept], _rows(vectors, kept), meant[kept])
        unseen[part] = model.scores([texts[at] for at in part], _rows(vectors, part))
    return Learned(found, fit(texts, vectors, meant), decide(unseen, meant))


def _rows(
    vectors: "ndarray[Any, Any] | None", places: Any
) -> "ndarray[Any, Any] | None":
    """Return these rows of the vectors, if there are any."""
    return None if vectors is None else vectors[places]
