"""Which of several quotes is most like the others, by the words they share."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

# Fewer than this have no middle to be near to.
FEWEST = 4
MANY = 6
WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 5

Weights = Mapping[str, float]


def most_like_the_others_first(texts: Sequence[str]) -> list[int]:
    """Return the places of `texts`, the one most like all others first.

    Words weigh more the fewer texts have them (TF-IDF), by their first five letters, so
    that “changed” and “changes” are one; likeness is the cosine to the sum of the others.
    Texts that are equally alike stay in their order.
    """
    spoken = [Counter(word[:STEM] for word in _words(text)) for text in texts]
    held = Counter(stem for stems in spoken for stem in stems)
    vectors = [
        _to_length_one(
            {
                stem: times * (log((1 + len(texts)) / (1 + held[stem])) + 1)
                for stem, times in stems.items()
            }
        )
        for stems in spoken
    ]
    likeness = [
        _cosine(vector, _sum([*vectors[:at], *vectors[at + 1 :]]))
        for at, vector in enumerate(vectors)
    ]
    return sorted(range(len(texts)), key=lambda at: (-likeness[at], at))


def typical_and_not(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the places of the most typical texts, and of the least, that one first.

    Two and one of four or five; three and two of more; none of fewer.
    """
    if len(texts) < FEWEST:
        return [], []
    order = most_like_the_others_first(texts)
    typical, not_typical = (3, 2) if len(texts) >= MANY else (2, 1)
    return order[:typical], order[::-1][:not_typical]


def _words(text: str) -> list[str]:
    """Return the words of three letters or more, in small letters."""
    return WORD.findall(text.casefold())


def _sum(vectors: Sequence[Weights]) -> dict[str, float]:
    """Return all vectors added up."""
    added: dict[str, float] = {}
    for vector in vectors:
        for stem, weight in vector.items():
            added[stem] = added.get(stem, 0.0) + weight
    return added


def _to_length_one(vector: Weights) -> Weights:
    """Return the vector in its own direction, of length one; nothing stays nothing."""
    length = _length(vector)
    return {stem: weight / length for stem, weight in vector.items()} if length else {}


def _length(vector: Weights) -> float:
    """Return how long a vector is."""
    return sqrt(sum(weight * weight for weight in vector.values()))


def _cosine(vector: Weights, other: Weights) -> float:
    """Return how far two vectors point the same way, from 0 to 1."""
    lengths = _length(vector) * _length(other)
    shared = sum(weight * other.get(stem, 0.0) for stem, weight in vector.items())
    return shared / lengths if lengths else 0.0
