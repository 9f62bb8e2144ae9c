"""How alike comments are, from their words alone or from where their meaning stands.

Reads nothing of themes: it only puts comments in an order that spares a coder's eyes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from voice.themes.logic.unit_rows import unit

if TYPE_CHECKING:
    from numpy import ndarray

# More than this many are not compared with each other: it takes their square.
ALIKE_MOST = 3000
# Letters in a row that are compared, since young people spell as they speak.
LETTERS = (3, 5)
MOST_PIECES = 20_000


def by_words(texts: Sequence[str]) -> ndarray:
    """Return how alike each two texts are, from 0 to 1, by the letters they share."""
    import numpy as np
    from sklearn.feature_extraction.text import (
        TfidfVectorizer,
    )

    pieces = TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=LETTERS,
        max_features=MOST_PIECES,
        sublinear_tf=True,
        dtype=np.float32,
    )
    try:
        rows = pieces.fit_transform(texts)
    except ValueError:  # Nothing but spaces: no two are alike.
        return np.eye(len(texts), dtype=np.float32)
    return (rows @ rows.T).toarray()


def by_meaning(vectors: ndarray) -> ndarray:
    """Return how alike each two comments are, given a row of numbers for each."""
    rows = unit(vectors)
    return rows @ rows.T


def beside_each_other(alike: ndarray) -> list[int]:
    """Return all places: the most typical first, then each one's nearest not yet told.

    So that comments that say the same stand together.
    """
    import numpy as np

    if not len(alike):
        return []
    free = np.zeros(len(alike), dtype=np.float32)
    here = int(alike.sum(axis=1).argmax())
    order = [here]
    while len(order) < len(alike):
        free[here] = -np.inf
        here = int((alike[here] + free).argmax())
        order.append(here)
    return order


def nearest(alike: ndarray, place: int) -> list[int]:
    """Return all places, the one asked about first, then the most like it."""
    import numpy as np

    row = alike[place].copy()
    row[place] = np.inf
    return [int(one) for one in np.argsort(-row, kind="stable")]
