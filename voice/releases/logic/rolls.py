"""Sets of ids as bytes, sixteen an id, in an order that tells nothing."""

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
