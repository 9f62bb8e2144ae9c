"""The comments of a question by how alike they are; rows in order, never words.

An order is remembered for a while by the rows it was made of. It only says what comes
before what: which comments are shown at all is asked anew each time.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.cache import cache

from surveys.models import Question
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings
from voice.themes.logic.alike import (
    ALIKE_MOST,
    beside_each_other,
    by_meaning,
    by_words,
    nearest,
)
from voice.themes.queries.learning import texts_to_learn
from voice.themes.queries.vectors import stored_vectors

if TYPE_CHECKING:
    from numpy import ndarray

REMEMBERED = 15 * 60


def can_be_likened(kept: int) -> bool:
    """Say whether so many comments can be compared with each other."""
    return 1 < kept <= ALIKE_MOST


def alike_first(question: Question) -> list[int]:
    """Return the rows of kept readings, alike ones beside each other.

    None at all where there are too many to compare.
    """
    return _remembered(question, None)


def like_first(question: Question, comment: UUID | None) -> list[int]:
    """Return the rows of kept readings, those most like `comment` first.

    None at all where there are too many to compare, or the comment is not among them.
    """
    return _remembered(question, comment) if comment else []


def _remembered(question: Question, comment: UUID | None) -> list[int]:
    """Return an order that is known for these rows, or make it."""
    readings = kept_readings().filter(comment__question=question).order_by("id")
    rows = list(readings.values_list("pk", "version")[: ALIKE_MOST + 1])
    if not can_be_likened(len(rows)):
        return [row for row, _version in rows] if len(rows) == 1 else []
    made_of = sha256(repr((rows, comment)).encode()).hexdigest()
    key = f"themes-alike-{question.pk}-{made_of}"
    known: list[int] | None = cache.get(key)
    if known is None:
        known = _ordered(list(readings), comment)
        cache.set(key, known, REMEMBERED)
    return known


def _ordered(readings: list[Reading], comment: UUID | None) -> list[int]:
    """Return the rows in the order asked for."""
    alike = _alike(readings)
    places = {one.comment_id: place for place, one in enumerate(readings)}
    if comment is None:
        order = beside_each_other(alike)
    elif comment in places:
        order = nearest(alike, places[comment])
    else:
        return []
    return [readings[place].pk for place in order]


def _alike(readings: list[Reading]) -> "ndarray[Any, Any]":
    """Return how alike each two are: in meaning where that was worked out for all."""
    import numpy

    vectors = stored_vectors(readings)
    if len(vectors) == len(readings):
        return by_meaning(numpy.stack([vectors[one.comment_id] for one in readings]))
    texts = texts_to_learn(readings)
    return by_words([texts[one.pk] for one in readings])
