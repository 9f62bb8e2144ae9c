"""Makes a sealed copy of the master keys for paper, and opens one; see docs/keys.md."""

from voice.audit.domain.record import record
from voice.council.logic.escrow import opened_copy, sealed_copy
from voice.council.models import DataKey
from voice.master_keys import master_keys


def make_escrow(passphrase: str) -> str:
    """Return every master key in use, sealed under `passphrase`, as lines to print.

    Raises ValueError for a short passphrase, MasterKeysUnusable without keys.
    """
    names = list(master_keys())
    keys = {name: key.hex() for name, key in master_keys().items()}
    copy = sealed_copy(keys, passphrase)
    record("council.make_escrow", of=DataKey, by=None, master_keys=names)
    return copy


def open_escrow(text: str, passphrase: str) -> list[str]:
    """Return the keys of a sealed copy as “name:hexadecimal”, the one in use first.

    Nothing is recorded: the database may not be there yet. Raises CopyDamaged or
    WrongPassphrase.
    """
    return [f"{name}:{key}" for name, key in opened_copy(text, passphrase).items()]
