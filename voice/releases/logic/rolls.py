"""Sets of ids as bytes, sixteen an id, in an order that tells nothing."""

from bisect import bisect_left
from collections.abc import Iterable
from uuid import UUID

WIDTH = 16


def packed(ids: Iterable[UUID]) -> bytes:
    """Return the ids sorted, one behind the other."""
    return b"".join(sorted(one.bytes for one in ids))


def unpacked(roll: bytes) -> frozenset[UUID]:
    """Return the ids of a packed roll; raises ValueError when one is cut off."""
    if len(roll) % WIDTH:
        raise ValueError("A roll holds whole ids.")
    return frozenset(
        UUID(bytes=bytes(roll[at : at + WIDTH])) for at in range(0, len(roll), WIDTH)
    )


def holds(roll: bytes, wanted: UUID) -> bool:
    """Say whether a packed roll has an id, without unpacking it."""
    count = len(roll) // WIDTH
    at = bisect_left(
        range(count),
        wanted.bytes,
        key=lambda one: roll[one * WIDTH : one * WIDTH + WIDTH],
    )
    return roll[at * WIDTH : at * WIDTH + WIDTH] == wanted.bytes
