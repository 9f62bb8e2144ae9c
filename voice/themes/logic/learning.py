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
FEWEST_THEMES = 2
FOLDS = 5
# Texts scored together: the words of many more would fill the memory.
AT_ONCE = 1000


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
        return [
            [
                Proposal(self.themes[at], score, likeliness)
                for at, score, likeliness in self.decision.proposed(row)[:MOST]
            ]
            for first in range(0, len(texts), AT_ONCE)
            for row in self._scores(texts, vectors, slice(first, first + AT_ONCE))
        ]

    def _scores(
        self, texts: Sequence[str], vectors: "ndarray[Any, Any] | None", some: slice
    ) -> "ndarray[Any, Any]":
        """Return a row of scores for each of some of the texts."""
        rows = None if vectors is None else vectors[some]
        return self.decision.calibrated(self.regression.logits(texts[some], rows))


def learn[K: Hashable](
    texts: Sequence[str],
    labels: Sequence[frozenset[K]],
    *,
    vectors: "ndarray[Any, Any] | None",
    themes: Sequence[ThemeText[K]] = (),
    theme_vectors: "ndarray[Any, Any] | None" = None,
) -> Learned[K]:
    """Return what these tags teach; each text has one theme at least.

    `vectors` has a row a text, or is None; `theme_vectors` one for each sentence of the
    themes in turn. The sentences are learned from too, which helps while tags are few
    and lets a theme nobody tagged yet be proposed; nothing is measured by them. With
    vectors of the texts and none of the sentences, these are left out.
    Raises CannotLearn under twenty texts, or when all say the same.
    """
    import numpy

    tagged = frozenset[K]().union(*labels)
    if len(texts) < FEWEST or len(tagged) < FEWEST_THEMES:
        raise CannotLearn("Tag twenty comments with two themes at least.")
    if vectors is not None and theme_vectors is None:
        themes = ()
    found = tuple(sorted(tagged.union(one.theme for one in themes), key=str))
    said = [(text, frozenset([one.theme])) for one in themes for text in one.sentences]
    lesson = _Lesson(
        [*texts, *(text for text, _theme in said)],
        _stacked(vectors, theme_vectors),
        _meant([*labels, *(theme for _text, theme in said)], found),
    )
    unseen = numpy.zeros((len(texts), len(found)))
    for part in folds(labels, count=FOLDS, seed=0):
        unseen[part] = lesson.without(part).logits(*lesson.only(part))
    decision = decide(unseen, lesson.meant[: len(texts)])
    return Learned(found, lesson.without([]), decision)


@dataclass(frozen=True, slots=True)
class _Lesson:
    """Tagged texts, and after them the themes' sentences, which are never left out."""

    texts: list[str]
    vectors: "ndarray[Any, Any] | None"
    meant: "ndarray[Any, Any]"

    def without(self, places: Sequence[int]) -> Regression:
        """Return what all but these texts teach."""
        left_out = set(places)
        kept = [at for at in range(len(self.texts)) if at not in left_out]
        texts, vectors = self.only(kept)
        return fit(texts, vectors, self.meant[kept])

    def only(
        self, places: Sequence[int]
    ) -> tuple[list[str], "ndarray[Any, Any] | None"]:
        """Return these texts, and their vectors if there are any."""
        texts = [self.texts[at] for at in places]
        return texts, None if self.vectors is None else self.vectors[list(places)]


def _stacked(
    vectors: "ndarray[Any, Any] | None", more: "ndarray[Any, Any] | None"
) -> "ndarray[Any, Any] | None":
    """Return the rows of both, of the first alone, or None."""
    import numpy

    if vectors is None or more is None or not len(more):
        return vectors
    return numpy.vstack([vectors, more])


def _meant[K: Hashable](
    labels: Sequence[frozenset[K]], themes: tuple[K, ...]
) -> "ndarray[Any, Any]":
    """Return a row a text and a column a theme: whether it is meant."""
    import numpy

    return numpy.array([[theme in one for theme in themes] for one in labels])
