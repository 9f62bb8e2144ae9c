"""Makes a backup: everything sealed under a key of its own, data keys in a place apart."""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import FileField
from django.utils import timezone

from voice.audit.domain.record import record
from voice.council.models import DataKey
from voice.master_keys import master_keys
from voice.records.domain.databases import dumped, migrations_waiting, newest_migrations
from voice.records.logic.backup_contents import (
    LIST,
    BackupUnusable,
    Content,
    Contents,
    Kind,
    place_of,
    sealed_contents,
)
from voice.records.logic.sealed_stream import pieces, sealed_stream

KEY_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and where its keys are; `lost` are media nobody has."""

    folder: Path
    keys: Path
    contents: Contents
    lost: list[str]


def backup_key() -> bytes:
    """Return the key that seals backups; raises BackupUnusable when it cannot be used."""
    told = settings.BACKUP_KEY
    try:
        key = bytes.fromhex(told)
    except ValueError:
        key = b""
    if len(told) != KEY_DIGITS or not key:
        raise BackupUnusable("Set VOICE_BACKUP_KEY to 64 hexadecimal digits.")
    if key in [*master_keys().values(), bytes.fromhex(settings.AUDIT_KEY)]:
        raise BackupUnusable("VOICE_BACKUP_KEY must be no other key's digits.")
    return key


def make_backup(to: Path, *, keys_to: Path) -> Made:
    """Write a backup into a folder of its own in `to`, and its data keys into `keys_to`.

    It is there whole or not at all. Raises BackupUnusable.
    """
    key = backup_key()
    if to.resolve() == keys_to.resolve() or to.resolve() in keys_to.resolve().parents:
        raise BackupUnusable("Keys are kept apart: give them a folder of their own.")
    if migrations_waiting():
        raise BackupUnusable("The database is older than the program: migrate first.")
    now = timezone.now()
    name = f"voice-{now:%Y%m%dT%H%M%SZ}"
    draft = to / f"{name}.draft"
    draft.mkdir(parents=True, mode=0o700)
    keys_to.mkdir(parents=True, exist_ok=True)
    keys = keys_to / f"{name}.keys"
    try:
        contents = _written(draft, keys, key=key, now=now)
        draft.rename(to / name)
    except BaseException:
        rmtree(draft, ignore_errors=True)
        keys.unlink(missing_ok=True)
        raise
    with transaction.atomic():
        record("records.back_up", of=DataKey, by=None, backup=contents.id)
    return Made(to / name, keys, contents, sorted(_named() - set(stored_media())))


def _written(draft: Path, keys: Path, *, key: bytes, now: datetime) -> Contents:
    """Write everything and return the list of it."""
    backup = _Writing(draft, key)
    backup.write_all()
    backup.keep(Kind.KEYS, "", [_data_keys()], at=keys)
    contents = backup.contents(now)
    _on_disk(draft / LIST, [sealed_contents(contents, key=key)])
    return contents


def stored_media() -> Iterator[str]:
    """Yield the name of each file that the storage of media keeps."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            inside, files = default_storage.listdir(folder)
        except FileNotFoundError:
            continue
        folders += [f"{folder}{one}/" for one in sorted(inside)]
        yield from (f"{folder}{file}" for file in sorted(files))


def checkpoint_file() -> Path | None:
    """Return where the audit's checkpoint is kept; None when there is none."""
    path = Path(settings.AUDIT_CHECKPOINT) if settings.AUDIT_CHECKPOINT else None
    return path if path and path.exists() else None


class _Writing:
    """A backup that is being written: one sealed file after another."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder, self.key = folder, key
        self.id = secrets.token_hex(16)
        self.files: list[Content] = []

    def write_all(self) -> None:
        """Write all but the keys; the checkpoint first, so that its seal is in the dump.

        Media come after the database: what its rows name is there. The erasures come
        last: none that the database forgot can be missing.
        """
        if checkpoint := checkpoint_file():
            self.keep(Kind.CHECKPOINT, "", [checkpoint.read_bytes()])
        self.keep(Kind.DATABASE, "", dumped())
        for name in stored_media():
            with suppress(FileNotFoundError), default_storage.open(name) as file:
                self.keep(Kind.MEDIA, name, pieces(file))
        erasures = Path(settings.ERASURES_FILE) if settings.ERASURES_FILE else None
        if erasures and erasures.exists():
            with erasures.open("rb") as file:
                self.keep(Kind.ERASURES, "", pieces(file))

    def keep(
        self, kind: Kind, name: str, content: Iterable[bytes], *, at: Path | None = None
    ) -> None:
        """Seal `content` into the next file, and remember its size and hash."""
        path = at or self.folder / f"{len(self.files):06}.sealed"
        told, size = hashlib.sha256(), 0

        def counted() -> Iterator[bytes]:
            nonlocal size
            for piece in content:
                told.update(piece)
                size += len(piece)
                yield piece

        place = place_of(self.id, kind, name)
        _on_disk(path, sealed_stream(counted(), key=self.key, place=place))
        self.files.append(Content(path.name, kind, name, size, told.hexdigest()))

    def contents(self, point: datetime) -> Contents:
        """Return the list of what was written."""
        return Contents(
            id=self.id,
            point=point,
            vendor=connection.vendor,
            newest=newest_migrations(),
            files=self.files,
        )


def _on_disk(path: Path, content: Iterable[bytes]) -> None:
    """Write a file that the service alone may read; it is on the disk afterwards."""
    path.touch(0o600)
    with path.open("wb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


def _data_keys() -> bytes:
    """Return every data key, wrapped as it is; they are few."""
    return serializers.serialize("json", DataKey.objects.order_by("pk")).encode()


def _named() -> set[str]:
    """Return the names of all files that rows of the database name."""
    return {
        name
        for model in apps.get_models()
        for field in model._meta.get_fields()  # noqa: SLF001 - Django's public interface
        if isinstance(field, FileField)
        for name in model._default_manager.exclude(**{field.name: ""}).values_list(  # noqa: SLF001 - likewise
            field.name, flat=True
        )
        if name
    }
