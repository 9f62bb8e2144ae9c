"""AES-GCM, with each ciphertext bound to its row and column; pure."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32
VERSION_BYTES = 4


class CannotOpen(Exception):
    """The key is wrong, or the ciphertext was altered or moved to another row."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, plain: bytes, *, bound_to: str) -> bytes:
    """Return nonce and ciphertext of `plain`; it opens only when `bound_to` is the same.

    AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D).
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def unseal(key: bytes, sealed: bytes, *, bound_to: str) -> bytes:
    """Return what was sealed.

    Raises CannotOpen when the key is wrong or the ciphertext is not this row's.
    """
    try:
        return AESGCM(key).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to.encode()
        )
    except InvalidTag:
        raise CannotOpen(
            "This text cannot be opened: the key is wrong, or it was moved or altered."
        ) from None


def with_version(version: int, sealed: bytes) -> bytes:
    """Return a ciphertext that names the version of the key that opens it."""
    return version.to_bytes(VERSION_BYTES, "big") + sealed


def version_of(named: bytes) -> int:
    """Return which version of its key opens a ciphertext."""
    return int.from_bytes(named[:VERSION_BYTES], "big")


def without_version(named: bytes) -> bytes:
    """Return the ciphertext alone."""
    return named[VERSION_BYTES:]
