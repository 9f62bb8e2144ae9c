"""Seals the secrets of second factors, and hashes the links that invite; pure."""

import base64
import hashlib
import secrets
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

TOKEN_BYTES = 32


def new_token() -> str:
    """Return an unguessable word of 256 bits that fits an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """Return the SHA-256 of a token, which is all that is kept of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def seal_secret(text: str, master_keys: Sequence[str]) -> str:
    """Return `text` sealed under the first of `master_keys` (“name:hexadecimal”)."""
    return _box(master_keys).encrypt(text.encode()).decode()


def open_secret(sealed: str, master_keys: Sequence[str]) -> str:
    """Return what was sealed under any of `master_keys`.

    Raises cryptography.fernet.InvalidToken when it was altered or no key fits.
    """
    return _box(master_keys).decrypt(sealed.encode()).decode()


def _box(master_keys: Sequence[str]) -> MultiFernet:
    """Return the boxes of each master key, a key of their own derived by HKDF (RFC 5869)."""
    return MultiFernet([Fernet(_derived(entry)) for entry in master_keys])


def _derived(entry: str) -> bytes:
    """Return the key for second factors that belongs to one master key."""
    master = bytes.fromhex(entry.split(":", 1)[1])
    derive = HKDF(hashes.SHA256(), length=32, salt=None, info=b"voice second factor")
    return base64.urlsafe_b64encode(derive.derive(master))


def is_under_first(sealed: str, master_keys: Sequence[str]) -> bool:
    """Say whether a secret is sealed under the first of `master_keys`."""
    try:
        _box(master_keys[:1]).decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True
