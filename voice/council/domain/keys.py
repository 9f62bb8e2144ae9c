"""Keeps what children write under keys; see DESIGN.md section 9 and docs/keys.md.

Each owner (a survey, the safeguarding leads) has a key for each purpose, in versions:
the newest seals, and every ciphertext names the version that opens it.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from voice.council.enums import KeyPurpose
from voice.council.logic.sealing import (
    CannotOpen,
    new_key,
    seal,
    unseal,
    version_of,
    with_version,
    without_version,
)
from voice.council.models import DataKey
from voice.council.queries.data_keys import versions_of
from voice.master_keys import master_keys, where

Sealed = bytes | memoryview


def survey_owner(survey_id: int) -> str:
    """Return the name under which a survey owns its keys."""
    return f"survey:{survey_id}"


class KeyDestroyed(Exception):
    """The retention of this text has ended: it, or its key, was destroyed."""

    def __init__(self) -> None:
        super().__init__("These words were deleted when their time was over.")


def seal_content(
    content: bytes, *, owner: str, purpose: KeyPurpose, bound_to: str
) -> bytes:
    """Return bytes sealed under the newest key of `owner`, bound to a row and column.

    Raises KeyDestroyed after retention.
    """
    return _sealed(_newest(owner, purpose), content, bound_to)


def open_content(
    sealed: Sealed, *, owner: str, purpose: KeyPurpose, bound_to: str
) -> bytes:
    """Return the bytes that seal_content sealed.

    Raises CannotOpen when key, row or column are others; KeyDestroyed after retention.
    """
    return open_contents([(sealed, bound_to)], owner=owner, purpose=purpose)[0]


def seal_contents(
    rows: list[tuple[bytes, str]], *, owner: str, purpose: KeyPurpose
) -> list[bytes]:
    """Return many contents of one owner, each sealed as seal_content seals it."""
    key = _newest(owner, purpose)
    return [_sealed(key, content, bound_to) for content, bound_to in rows]


def open_contents(
    rows: list[tuple[Sealed, str]], *, owner: str, purpose: KeyPurpose
) -> list[bytes]:
    """Return many contents of one owner; raises as open_content does."""
    keys = versions_of(owner, purpose) if rows else {}
    return [_open(text, place, keys, f"{owner}/{purpose}") for text, place in rows]


def seal_text(text: str, *, owner: str, purpose: KeyPurpose, bound_to: str) -> bytes:
    """Return `text` sealed as seal_content seals bytes."""
    return seal_content(text.encode(), owner=owner, purpose=purpose, bound_to=bound_to)


def open_text(sealed: Sealed, *, owner: str, purpose: KeyPurpose, bound_to: str) -> str:
    """Return the text that seal_text sealed; raises as open_content does."""
    return open_content(
        sealed, owner=owner, purpose=purpose, bound_to=bound_to
    ).decode()


def reseal_text(
    text: str,
    *,
    sealed: Sealed,
    owner: str,
    purpose: KeyPurpose,
    bound_to: str,
) -> bytes | None:
    """Return `text` sealed in place of `sealed`; None when that holds it already.

    Raises as open_text does.
    """
    keys = versions_of(owner, purpose)
    before = _open(sealed, bound_to, keys, f"{owner}/{purpose}")
    if before.decode() == text:
        return None
    return _sealed(keys[max(keys)], text.encode(), bound_to)


def open_texts(
    sealed: Iterable[tuple[Sealed, str]], *, owner: str, purpose: KeyPurpose
) -> list[str]:
    """Return many texts of one owner, looking its keys up once; for lists.

    Each is given with what it is bound to. Raises as open_text does.
    """
    opened = open_contents(list(sealed), owner=owner, purpose=purpose)
    return [content.decode() for content in opened]


def open_texts_left(
    sealed: Iterable[tuple[Sealed, str]], *, owner: str, purpose: KeyPurpose
) -> list[str | None]:
    """Return what open_texts returns, with None where retention has ended; for search.

    Raises CannotOpen when key, row or column are others.
    """
    rows = list(sealed)
    keys = versions_of(owner, purpose) if rows else {}
    texts: list[str | None] = []
    for text, bound_to in rows:
        try:
            texts.append(_open(text, bound_to, keys, f"{owner}/{purpose}").decode())
        except KeyDestroyed:
            texts.append(None)
    return texts


@transaction.atomic
def destroy_key(*, owner: str, purpose: KeyPurpose) -> None:
    """End the retention of everything under this key, in every version, for ever."""
    now = timezone.now()
    _newest(owner, purpose, or_destroyed=True)
    DataKey.objects.filter(owner=owner, purpose=purpose, destroyed_at=None).update(
        wrapped=None, destroyed_at=now
    )
    _unwrapped.cache_clear()


@transaction.atomic
def add_version(*, owner: str, purpose: KeyPurpose) -> DataKey:
    """Return a new key of `owner`, which seals from now on; older ones still open.

    Raises KeyDestroyed after retention.
    """
    before = _newest(owner, purpose)
    DataKey.objects.filter(pk=before.pk).update(replaced_at=timezone.now())
    return _made(owner, purpose, before.version + 1)


def key_is_there(*, owner: str, purpose: KeyPurpose) -> bool:
    """Say whether `owner` has a key for this that was not destroyed."""
    rows = DataKey.objects.filter(owner=owner, purpose=purpose)
    return rows.exclude(wrapped=None).exists()


def retention_is_over(*, owner: str, purpose: KeyPurpose) -> bool:
    """Say whether the key of `owner` for this was destroyed; nothing is sealed again."""
    rows = DataKey.objects.filter(owner=owner, purpose=purpose).order_by("-version")
    newest = rows.values_list("destroyed_at", flat=True)[:1]
    return any(destroyed is not None for destroyed in newest)


def newest_versions() -> dict[tuple[str, str], int]:
    """Return the newest version of every key not destroyed, by owner and purpose."""
    rows = DataKey.objects.exclude(wrapped=None).order_by("version")
    return {
        (owner, purpose): version
        for owner, purpose, version in rows.values_list("owner", "purpose", "version")
    }


def rewrap(row: DataKey) -> int:
    """Wrap one data key under the first master key, unless another did; return 1 or 0.

    Raises CannotOpen, naming the key, when its own master key is missing or wrong.
    """
    name, master = next(iter(master_keys().items()))
    place = _place(row.owner, KeyPurpose(row.purpose), row.version)
    wrapped = seal(master, _opened(row), bound_to=place)
    same = DataKey.objects.filter(pk=row.pk, master=row.master).exclude(wrapped=None)
    return same.update(wrapped=wrapped, master=name)


def check_every_key() -> None:
    """Open every data key once.

    Raises CannotOpen, naming the key, or MasterKeysUnusable; nothing of a key is told.
    """
    master_keys()
    check_keys(DataKey.objects.exclude(wrapped=None).order_by("pk"))


def check_keys(rows: Iterable[DataKey]) -> None:
    """Open each of these data keys, kept or not; raises CannotOpen, naming the key."""
    for row in rows:
        _opened(row)


def check_each_master_key() -> None:
    """Open the oldest and the newest data key wrapped under each master key's name.

    A wrong or missing master key opens none of its own, so that two of each tell as
    much of it as all of them, before every command. Raises as check_every_key does,
    which alone finds a single row that was damaged.
    """
    master_keys()
    rows = DataKey.objects.exclude(wrapped=None).order_by()
    ends = rows.values("master").annotate(oldest=Min("pk"), newest=Max("pk"))
    some = {pk for found in ends for pk in (found["oldest"], found["newest"])}
    check_keys(DataKey.objects.filter(pk__in=some).order_by("pk"))


def _newest(owner: str, purpose: KeyPurpose, *, or_destroyed: bool = False) -> DataKey:
    """Return the key that seals, made now if there is none; raises KeyDestroyed."""
    keys = versions_of(owner, purpose)
    row = keys[max(keys)] if keys else _made(owner, purpose, 1)
    if row.wrapped is None and not or_destroyed:
        raise KeyDestroyed
    return row


def _made(owner: str, purpose: KeyPurpose, version: int) -> DataKey:
    """Return this version of a key, made now unless another process was first."""
    name, master = next(iter(master_keys().items()))
    place = _place(owner, purpose, version)
    with transaction.atomic():
        row, _ = DataKey.objects.get_or_create(
            owner=owner,
            purpose=purpose,
            version=version,
            defaults={
                "wrapped": seal(master, new_key(), bound_to=place),
                "master": name,
            },
        )
    return row


def _open(sealed: Sealed, bound_to: str, keys: dict[int, DataKey], whose: str) -> bytes:
    """Return what one ciphertext holds; raises KeyDestroyed or CannotOpen."""
    content = bytes(sealed)
    if not content:
        raise KeyDestroyed
    row = keys.get(version_of(content))
    if row is None:
        raise CannotOpen(f"There is no key {whose}/{version_of(content)}.")
    if row.wrapped is None:
        raise KeyDestroyed
    return unseal(_opened(row), without_version(content), bound_to=bound_to)


def _sealed(row: DataKey, content: bytes, bound_to: str) -> bytes:
    """Return `content` sealed under this version of a key; raises KeyDestroyed."""
    if row.wrapped is None:
        raise KeyDestroyed
    return with_version(row.version, seal(_opened(row), content, bound_to=bound_to))


def _opened(row: DataKey) -> bytes:
    """Return a data key in clear."""
    return _unwrapped(
        bytes(row.wrapped or b""),
        row.master,
        _place(row.owner, KeyPurpose(row.purpose), row.version),
        master_keys().get(row.master),
    )


@lru_cache(maxsize=1024)
def _unwrapped(wrapped: bytes, name: str, place: str, master: bytes | None) -> bytes:
    """Return a data key in clear; remembered in this process only."""
    if master is None:
        raise CannotOpen(
            f"The master key “{name}”, which wraps the key {place}, is not in {where()}."
        )
    try:
        return unseal(master, wrapped, bound_to=place)
    except CannotOpen:
        raise CannotOpen(
            f"The master key “{name}” in {where()} is not the one that wrapped "
            f"the key {place}."
        ) from None


def _place(owner: str, purpose: KeyPurpose, version: int) -> str:
    """Return what a wrapped key is bound to."""
    return f"{owner}/{purpose.value}/{version}"
