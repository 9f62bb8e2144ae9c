"""Keeps what children write under keys; see DESIGN.md section 9."""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from voice.council.enums import KeyPurpose
from voice.council.logic.sealing import CannotOpen, new_key, seal, unseal
from voice.council.models import DataKey


class KeyDestroyed(Exception):
    """The retention of this text has ended and its key was destroyed."""


def _masters() -> dict[str, bytes]:
    """Return the master keys by name, the one in use first."""
    pairs = [entry.split(":", 1) for entry in settings.MASTER_KEYS]
    return {name: bytes.fromhex(key) for name, key in pairs}


@lru_cache(maxsize=1024)
def _unwrapped(wrapped: bytes, master: str, owner: str, purpose: str) -> bytes:
    """Return a data key in clear; remembered in this process only."""
    masters = _masters()
    if master not in masters:
        raise CannotOpen(f"The master key “{master}” is not in VOICE_MASTER_KEYS.")
    return unseal(masters[master], wrapped, bound_to=f"{owner}/{purpose}")


def _data_key(owner: str, purpose: KeyPurpose) -> bytes:
    """Return the key of `owner` for `purpose`, made now if there is none."""
    row = DataKey.objects.filter(owner=owner, purpose=purpose).first()
    if row is None:
        name, master = next(iter(_masters().items()))
        with transaction.atomic():
            row, _ = DataKey.objects.get_or_create(
                owner=owner,
                purpose=purpose,
                defaults={
                    "wrapped": seal(master, new_key(), bound_to=f"{owner}/{purpose}"),
                    "master": name,
                },
            )
    if row.wrapped is None:
        raise KeyDestroyed("These words were deleted when their time was over.")
    return _unwrapped(bytes(row.wrapped), row.master, owner, row.purpose)


def seal_text(text: str, *, owner: str, purpose: KeyPurpose, bound_to: str) -> bytes:
    """Return `text` sealed under the key of `owner`, bound to a row and column."""
    return seal(_data_key(owner, purpose), text.encode(), bound_to=bound_to)


def seal_content(
    content: bytes, *, owner: str, purpose: KeyPurpose, bound_to: str
) -> bytes:
    """Return a recording's bytes sealed as seal_text seals words."""
    return seal(_data_key(owner, purpose), content, bound_to=bound_to)


def open_content(
    sealed: bytes | memoryview, *, owner: str, purpose: KeyPurpose, bound_to: str
) -> bytes:
    """Return the bytes that seal_content sealed; raises as open_text does."""
    return unseal(_data_key(owner, purpose), bytes(sealed), bound_to=bound_to)


def reseal_text(
    text: str,
    *,
    sealed: bytes | memoryview,
    owner: str,
    purpose: KeyPurpose,
    bound_to: str,
) -> bytes | None:
    """Return `text` sealed in place of `sealed`; None when that holds it already.

    Raises as open_text does.
    """
    key = _data_key(owner, purpose)
    if unseal(key, bytes(sealed), bound_to=bound_to).decode() == text:
        return None
    return seal(key, text.encode(), bound_to=bound_to)


def open_text(
    sealed: bytes | memoryview, *, owner: str, purpose: KeyPurpose, bound_to: str
) -> str:
    """Return the text that seal_text sealed.

    Raises CannotOpen when key, row or column are others; KeyDestroyed after retention.
    """
    key = _data_key(owner, purpose)
    return unseal(key, bytes(sealed), bound_to=bound_to).decode()


def open_texts(
    sealed: Iterable[tuple[bytes | memoryview, str]], *, owner: str, purpose: KeyPurpose
) -> list[str]:
    """Return many texts of one owner, looking its key up once; for lists.

    Each is given with what it is bound to. Raises as open_text does.
    """
    rows = list(sealed)
    key = _data_key(owner, purpose) if rows else b""
    return [
        unseal(key, bytes(text), bound_to=bound_to).decode() for text, bound_to in rows
    ]


@transaction.atomic
def destroy_key(*, owner: str, purpose: KeyPurpose) -> None:
    """End the retention of everything under this key, for ever."""
    DataKey.objects.filter(owner=owner, purpose=purpose).update(
        wrapped=None, destroyed_at=timezone.now()
    )
    _unwrapped.cache_clear()
