"""Whole comments as vectors of their meaning, where the optional model is there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from voice.moderation.logic import meaning

if TYPE_CHECKING:
    from numpy import ndarray

# The model's pieces of words; what comes after is not looked at.
LONGEST = 256


def sentence_vectors(texts: Sequence[str]) -> "ndarray[Any, Any] | None":
    """Return one row of 384 float32 of length 1 for each text.

    None where the model is not installed. Raises CannotMeasure when its files are not
    the ones we know.
    """
    import numpy

    if not meaning.is_installed():
        return None
    if not texts:
        return numpy.zeros((0, meaning.NUMBERS), dtype=numpy.float32)
    found = meaning.loaded().vectors(texts, longest=LONGEST)
    return found.astype(numpy.float32)
