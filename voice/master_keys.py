"""The master keys: from the environment, or from a file outside the database.

They wrap every data key (voice.council.domain.keys) and seal second factors. A file is
read again when it changes, so that a new key is known to every process at once.
"""

import os
import re
import secrets
import stat
from functools import lru_cache
from pathlib import Path

from django.conf import settings

KEY_BYTES = 32
# Only the service's own user may read the file (or its group, for a secrets mount).
OTHERS = stat.S_IRWXO | stat.S_IWGRP | stat.S_IXGRP


class MasterKeysUnusable(Exception):
    """There is no master key, or what is there is no key; the sentence says which."""


def master_keys() -> dict[str, bytes]:
    """Return the master keys by name, the one in use first.

    Raises MasterKeysUnusable; its sentence names the key, never what is in it.
    """
    return _parsed(tuple(entries()), where())


def entries() -> list[str]:
    """Return each key as “name:hexadecimal”, the one in use first."""
    path = settings.MASTER_KEYS_FILE
    if not path:
        return list(settings.MASTER_KEYS)
    try:
        status = os.stat(path)  # noqa: PTH116 - one call for time, size and rights
    except OSError:
        raise MasterKeysUnusable(
            f"The file of master keys cannot be found: {path}."
        ) from None
    if status.st_mode & OTHERS:
        raise MasterKeysUnusable(
            f"The file of master keys can be read or changed by others: {path}. "
            "Run: chmod 600 on it."
        )
    return list(_read(str(path), status.st_mtime_ns, status.st_size, status.st_ino))


def where() -> str:
    """Return where the keys come from, for a sentence."""
    return settings.MASTER_KEYS_FILE or "VOICE_MASTER_KEYS"


@lru_cache(maxsize=4)
def _read(path: str, changed: int, size: int, inode: int) -> tuple[str, ...]:
    """Return the lines of the file that hold keys; remembered until it changes."""
    try:
        text = Path(path).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise MasterKeysUnusable(
            f"The file of master keys cannot be read: {path}."
        ) from None
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=16)
def _parsed(found: tuple[str, ...], place: str) -> dict[str, bytes]:
    """Return names and keys; raises MasterKeysUnusable."""
    if not found:
        raise MasterKeysUnusable(f"There is no master key in {place}.")
    keys: dict[str, bytes] = {}
    for number, entry in enumerate(found, 1):
        name, _, digits = entry.partition(":")
        try:
            key = bytes.fromhex(digits)
        except ValueError:
            key = b""
        if not name or name in keys or len(key) != KEY_BYTES:
            raise MasterKeysUnusable(
                f"Master key {number} in {place} is not name:64-hexadecimal-digits "
                "with a name of its own."
            )
        keys[name] = key
    return keys


def add_master_key(name: str) -> bool:
    """Put a new key called `name` first in the file; say whether it was made now.

    The file is replaced whole, so that no process reads half of it. Raises
    MasterKeysUnusable without a file, or for a name that cannot be one.
    """
    path = settings.MASTER_KEYS_FILE
    if not path:
        raise MasterKeysUnusable(
            "A new key can be made only where VOICE_MASTER_KEYS_FILE names a file. "
            "Otherwise put it first in VOICE_MASTER_KEYS and restart everything."
        )
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,40}", name):
        raise MasterKeysUnusable("Name it with letters, digits, dots and dashes.")
    if name in master_keys():
        return False
    lines = [f"{name}:{secrets.token_hex(KEY_BYTES)}", *entries(), ""]
    beside = f"{path}.new"
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(file, "w", encoding="ascii") as kept:
        kept.write("\n".join(lines))
        kept.flush()
        os.fsync(kept.fileno())
    Path(beside).replace(path)
    return True
