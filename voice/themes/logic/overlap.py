"""How much of two sets is the same; pure."""

from typing import Any


def f1(one: frozenset[Any], other: frozenset[Any], *, of_nothing: float) -> float:
    """Return 2|A∩B| / (|A|+|B|), from 0 to 1; `of_nothing` where both are empty."""
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else of_nothing
