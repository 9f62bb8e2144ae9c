"""Seals what is too large for memory piece by piece; pure.

Each piece is bound to its place and number, and a last, empty one to being the last:
a piece that was altered, moved, left out or cut off does not open (the construction
called STREAM: Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Protocol

from voice.council.logic.sealing import NONCE_BYTES, CannotOpen, seal, unseal

PIECE = 1024 * 1024
LENGTH_BYTES = 4
TAG_BYTES = 16
LARGEST = PIECE + NONCE_BYTES + TAG_BYTES
EMPTY = NONCE_BYTES + TAG_BYTES


class Readable(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int, /) -> Any:
        """Return at most `size` bytes; none at the end."""


def fingerprint(key: bytes) -> str:
    """Return eight bytes, as hexadecimal, that tell one key from another and no more."""
    return hmac.digest(key, b"voice backup key", hashlib.sha256)[:8].hex()


def pieces(file: Readable) -> Iterator[bytes]:
    """Yield what is in a file, a piece at a time."""
    while piece := file.read(PIECE):
        yield piece


def sealed_stream(
    content: Iterable[bytes], *, key: bytes, place: str
) -> Iterator[bytes]:
    """Yield `content` sealed for one place."""
    number = 0
    for piece in _cut(content):
        yield _framed(seal(key, piece, bound_to=f"{place}/{number}"))
        number += 1
    yield _framed(seal(key, b"", bound_to=f"{place}/{number}/last"))


def opened_stream(file: BinaryIO, *, key: bytes, place: str) -> Iterator[bytes]:
    """Yield what sealed_stream sealed for this place.

    Raises CannotOpen at the first piece that is not as it was sealed; what was yielded
    before it is as it was.
    """
    number = 0
    while True:
        framed = _next(file)
        if len(framed) == EMPTY:
            unseal(key, framed, bound_to=f"{place}/{number}/last")
            break
        yield unseal(key, framed, bound_to=f"{place}/{number}")
        number += 1
    if file.read(1):
        raise CannotOpen("Something was added after the end.")


def _cut(content: Iterable[bytes]) -> Iterator[bytes]:
    """Yield `content` in pieces that are not empty and not too long."""
    for part in content:
        for start in range(0, len(part), PIECE):
            yield part[start : start + PIECE]


def _framed(sealed: bytes) -> bytes:
    """Return a sealed piece with its length before it."""
    return len(sealed).to_bytes(LENGTH_BYTES, "big") + sealed


def _next(file: BinaryIO) -> bytes:
    """Return the next sealed piece; raises CannotOpen when there is no whole one."""
    length = int.from_bytes(file.read(LENGTH_BYTES), "big")
    framed = file.read(length) if EMPTY <= length <= LARGEST else b""
    if not framed or len(framed) < length:
        raise CannotOpen("It was cut short.")
    return framed
