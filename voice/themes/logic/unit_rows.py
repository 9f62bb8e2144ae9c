"""Rows of numbers brought to the same length, so that only their direction counts."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

# Shorter rows than this are nothing, and stay so.
SHORTEST = 1e-9


def unit(rows: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """Return the rows at length 1; a row of nothing but zeros as it is."""
    import numpy

    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True).clip(min=SHORTEST)
