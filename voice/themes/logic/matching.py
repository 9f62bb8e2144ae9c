"""Before there are tags: comments beside the themes' own sentences; pure."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from voice.themes.enums import Likeliness
from voice.themes.logic.proposals import MOST, Proposal, ThemeText
from voice.themes.logic.unit_rows import unit

if TYPE_CHECKING:
    from numpy import ndarray

# Nearness from which a theme is worth a look; never more than likely, as nobody
# has said yet that it is right.
NEAR = 0.1
LIKELY = 0.35


def match_to_sentences[K: Hashable](
    texts: Sequence[str],
    vectors: "ndarray[Any, Any] | None",
    *,
    themes: Sequence[ThemeText[K]],
    theme_vectors: "ndarray[Any, Any] | None",
) -> list[list[Proposal[K]]]:
    """Return up to three themes for each text, nearest first, never called sure.

    `vectors` has a row a text; `theme_vectors` a row for each sentence of the themes in
    turn. What all texts share, the question's mean, is taken away from both. Without
    vectors, words serve.
    """
    import numpy

    themes = [theme for theme in themes if theme.sentences]
    if not texts or not themes:
        return [[] for _text in texts]
    sentences = [sentence for theme in themes for sentence in theme.sentences]
    if vectors is None or theme_vectors is None:
        vectors, theme_vectors = _by_words(texts, sentences)
    mean = vectors.mean(axis=0)
    near = unit(vectors - mean) @ unit(theme_vectors - mean).T
    ends = numpy.cumsum([len(theme.sentences) for theme in themes])[:-1]
    best = numpy.stack(
        [part.max(axis=1) for part in numpy.split(near, ends, axis=1)], axis=1
    )
    return [_nearest(row, themes) for row in best]


def _nearest[K: Hashable](
    row: "ndarray[Any, Any]", themes: Sequence[ThemeText[K]]
) -> list[Proposal[K]]:
    """Return the nearest themes of one text."""
    order = sorted(range(len(row)), key=lambda at: -row[at])[:MOST]
    return [
        Proposal(
            themes[at].theme,
            min(float(row[at]), 1.0),
            Likeliness.LIKELY if row[at] >= LIKELY else Likeliness.MAYBE,
        )
        for at in order
        if row[at] >= NEAR
    ]


def _by_words(texts: Sequence[str], sentences: Sequence[str]) -> tuple[Any, Any]:
    """Return the words of texts and sentences as rows of the same columns."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    seen = TfidfVectorizer(sublinear_tf=True).fit([*texts, *sentences])
    return seen.transform(texts).toarray(), seen.transform(sentences).toarray()
