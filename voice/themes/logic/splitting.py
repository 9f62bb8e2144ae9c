"""Parts in which every theme has its share, for texts with several themes; pure.

Iterative stratification: Sechidis, Tsoumakas and Vlahavas, "On the stratification of
multi-label data", ECML PKDD 2011. The rarest theme is dealt out first, each text to
the part that lacks most of it.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from random import Random


def spread[K: Hashable](
    labels: Sequence[frozenset[K]], *, sizes: Sequence[int], seed: int
) -> list[list[int]]:
    """Return the places of the texts in parts of exactly these sizes, each sorted.

    The sizes add up to the number of texts; the same seed gives the same parts.
    Raises ValueError when they do not.
    """
    if sum(sizes) != len(labels):
        raise ValueError("The sizes of the parts do not add up to the texts.")
    dice = Random(seed)  # noqa: S311 - a fair split, not a secret
    left = list(range(len(labels)))
    dice.shuffle(left)
    parts = _Parts(labels, sizes, dice)
    while left:
        rarest = _rarest(labels, left)
        now = [at for at in left if rarest is None or rarest in labels[at]]
        for at in now:
            parts.put(at, wanted_for=rarest)
        taken = set(now)
        left = [at for at in left if at not in taken]
    return [sorted(places) for places in parts.places]


def folds[K: Hashable](
    labels: Sequence[frozenset[K]], *, count: int, seed: int
) -> list[list[int]]:
    """Return the places of the texts in so many parts, as equal as can be."""
    whole, over = divmod(len(labels), count)
    sizes = [whole + (at < over) for at in range(count)]
    return spread(labels, sizes=sizes, seed=seed)


def _rarest[K: Hashable](labels: Sequence[frozenset[K]], left: list[int]) -> K | None:
    """Return the theme fewest of these texts have; None when they have none."""
    counts = Counter(theme for at in left for theme in labels[at])
    return min(counts, key=lambda theme: (counts[theme], str(theme)), default=None)


class _Parts[K: Hashable]:
    """The parts being filled, and what each still lacks."""

    def __init__(
        self, labels: Sequence[frozenset[K]], sizes: Sequence[int], dice: Random
    ) -> None:
        """Start with empty parts of these sizes."""
        total = Counter(theme for one in labels for theme in one)
        self.places: list[list[int]] = [[] for _ in sizes]
        self._labels = labels
        self._dice = dice
        self._room = list(sizes)
        self._lacks = [
            {theme: count * size / len(labels) for theme, count in total.items()}
            for size in sizes
        ]

    def put(self, at: int, *, wanted_for: K | None) -> None:
        """Put a text where its rarest theme is lacking most and there is room."""
        open_parts = [part for part, room in enumerate(self._room) if room]
        best = max(
            open_parts,
            key=lambda part: (
                self._lacks[part].get(wanted_for, 0) if wanted_for is not None else 0,
                self._room[part],
                self._dice.random(),
            ),
        )
        self.places[best].append(at)
        self._room[best] -= 1
        for theme in self._labels[at]:
            self._lacks[best][theme] -= 1
