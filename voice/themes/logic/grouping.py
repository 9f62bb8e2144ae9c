"""Groups of similar comments, as an aid to reading; pure.

Said to be unreliable wherever it is shown: the number of groups is a guess, and words
that look alike may say different things. People make themes, not this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voice.themes.logic.unit_rows import unit

if TYPE_CHECKING:
    from numpy import ndarray

FEWEST = 8
MOST_GROUPS = 12
TYPICAL = 3
WORDS = 5
# Of words, so many directions hold what distinguishes comments of a sentence or two.
DIRECTIONS = 40
TRIES = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Places of texts that are alike; the most typical of them; words they share."""

    places: tuple[int, ...]
    typical: tuple[int, ...]
    words: tuple[str, ...]


def groups_of(texts: Sequence[str], vectors: "ndarray[Any, Any] | None") -> list[Group]:
    """Return groups of similar texts, largest first; the same texts, the same groups.

    `vectors` are the texts' rows, or None: then their words serve. None at all of
    fewer than eight texts, or where no two share a word.
    """
    if len(texts) < FEWEST:
        return []
    words = _words_of(texts)
    if words is None:
        return []
    rows = unit(vectors) if vectors is not None else _from_words(words[0])
    found = _clustered(rows)
    groups = [
        Group(places, _typical(rows, places, texts), _said(words, places))
        for places in found
    ]
    return sorted(groups, key=lambda one: (-len(one.places), one.places))


def _words_of(texts: Sequence[str]) -> tuple[Any, list[str]] | None:
    """Return the texts' words as weighted columns, and their names; None of none."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    seen = TfidfVectorizer(sublinear_tf=True, min_df=2, stop_words="english")
    try:
        return seen.fit_transform(texts), list(seen.get_feature_names_out())
    except ValueError:
        return None


def _from_words(columns: Any) -> "ndarray[Any, Any]":
    """Return the texts as rows of length 1 in few directions."""
    from sklearn.decomposition import TruncatedSVD

    width = min(DIRECTIONS, columns.shape[1] - 1, columns.shape[0] - 1)
    if width < 2:
        return unit(columns.toarray())
    return unit(TruncatedSVD(width, random_state=0).fit_transform(columns))


def _clustered(rows: "ndarray[Any, Any]") -> list[tuple[int, ...]]:
    """Return the places of each group: about the square root of half as many."""
    from sklearn.cluster import KMeans

    count = min(MOST_GROUPS, max(2, round((len(rows) / 2) ** 0.5)))
    labels = KMeans(count, n_init=TRIES, random_state=0).fit_predict(rows)
    return [
        tuple(int(at) for at in (labels == label).nonzero()[0])
        for label in range(count)
        if (labels == label).any()
    ]


def _typical(
    rows: "ndarray[Any, Any]", places: tuple[int, ...], texts: Sequence[str]
) -> tuple[int, ...]:
    """Return the three nearest to the middle of their group, no text twice."""
    ours = rows[list(places)]
    near = ours @ ours.mean(axis=0)
    told: dict[str, int] = {}
    for at in near.argsort()[::-1]:
        told.setdefault(" ".join(texts[places[at]].lower().split()), places[at])
    return tuple(list(told.values())[:TYPICAL])


def _said(words: tuple[Any, list[str]], places: tuple[int, ...]) -> tuple[str, ...]:
    """Return the words that weigh more in these texts than in all."""
    import numpy

    columns, names = words
    ours = numpy.asarray(columns[list(places)].mean(axis=0)).ravel()
    weight = ours - numpy.asarray(columns.mean(axis=0)).ravel()
    return tuple(names[at] for at in weight.argsort()[::-1][:WORDS] if weight[at] > 0)
