"""Brings a backup back: looked at whole before anything is touched, and what was erased
since stays erased.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from uuid import UUID

from django.conf import settings
from django.core import serializers
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from surveys.domain.erasing import (
    read_erasures,
    replay_erasures,
    write_down,
    written_down,
)
from surveys.domain.retention import end_what_is_due
from voice.audit.domain.record import record
from voice.council.domain.keys import check_keys
from voice.council.logic.sealing import CannotOpen
from voice.council.models import DataKey
from voice.records.domain.backing_up import backup_key, checkpoint_file, stored_media
from voice.records.domain.databases import is_empty, load, newest_migrations
from voice.records.logic.backup_contents import (
    LIST,
    BackupUnusable,
    Content,
    Contents,
    Kind,
    opened_contents,
)
from voice.records.logic.sealed_stream import PIECE, opened_stream


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and what was erased again: `known` ids, of which `again` came."""

    contents: Contents
    known: int
    again: int
    said: list[str]


class Backup:
    """A backup in a folder, and its keys, in a file apart."""

    def __init__(self, folder: Path, keys: Path) -> None:
        """Read the list of contents; raises BackupUnusable."""
        self.folder, self.keys, self.key = folder, keys, backup_key()
        if not (folder / LIST).exists():
            raise BackupUnusable(f"There is no backup in {folder}.")
        self.contents = opened_contents((folder / LIST).read_bytes(), key=self.key)

    def verify(self) -> None:
        """Read every file of it to its end, and open the data keys.

        Raises BackupUnusable, naming the first file that is missing or damaged, or the
        master key that is.
        """
        for content in self.contents.files:
            told, size = hashlib.sha256(), 0
            for piece in self.read(content):
                told.update(piece)
                size += len(piece)
            if (size, told.hexdigest()) != (content.size, content.sha256):
                raise _damaged(content)
        try:
            check_keys(key for key in self.data_keys() if key.wrapped)
        except CannotOpen as error:
            raise BackupUnusable(str(error)) from None

    def data_keys(self) -> list[DataKey]:
        """Return the data keys it was made with, not saved."""
        rows = serializers.deserialize("json", self.whole(Kind.KEYS))
        return [row.object for row in rows if isinstance(row.object, DataKey)]

    def read(self, content: Content) -> Iterator[bytes]:
        """Yield what one file of it holds; raises BackupUnusable."""
        path = self.folder / content.file
        if content.kind == Kind.KEYS:
            path = self.keys
        try:
            with path.open("rb") as file:
                place = self.contents.place(content)
                yield from opened_stream(file, key=self.key, place=place)
        except FileNotFoundError:
            raise BackupUnusable(f"A file is missing: {content}.") from None
        except CannotOpen:
            raise _damaged(content) from None

    def whole(self, kind: Kind) -> bytes:
        """Return all of a small file; nothing when the backup has none of this kind."""
        content = self.contents.one(kind)
        return b"".join(self.read(content)) if content else b""


def check_house(backup: Backup, *, replace: bool) -> None:
    """Raise BackupUnusable unless this backup can be brought back into this house."""
    contents = backup.contents
    if contents.vendor != connection.vendor:
        raise BackupUnusable(
            f"The backup is of {contents.vendor}, and this house has {connection.vendor}."
        )
    if contents.newest != newest_migrations():
        raise BackupUnusable(
            "The backup was made by another version of Voice: restore it with that one, "
            "then upgrade."
        )
    if not settings.ERASURES_FILE:
        raise BackupUnusable("Set VOICE_ERASURES_FILE: what was erased is told there.")
    if not replace and not (is_empty() and not any(stored_media())):
        raise BackupUnusable(
            "This house is not empty. To put the backup in place of what is here, say "
            "--replace."
        )


def restore(backup: Backup, *, erased: set[UUID]) -> Restored:
    """Bring back a backup that was verified, for a house that was checked.

    `erased` are erased again, and all that this house's own file and the backup's know;
    what was kept long enough is destroyed again. Killed, do it again. Raises
    BackupUnusable.
    """
    contents = backup.contents
    began = timezone.now()
    known = erased | read_erasures(backup.whole(Kind.ERASURES).decode("ascii"))
    write_down(sorted(known - written_down()))
    database = contents.one(Kind.DATABASE)
    if database is None:
        raise BackupUnusable("There is no database in the backup.")
    load(backup.read(database))
    _bring_media(backup)
    _bring_checkpoint(backup, began)
    with transaction.atomic():
        DataKey.objects.all().delete()
        DataKey.objects.bulk_create(backup.data_keys())
        all_known, again = replay_erasures()
        said = end_what_is_due(began)
        record("records.restore", of=DataKey, by=None, backup=contents.id)
    return Restored(contents, all_known, again, said)


def _bring_media(backup: Backup) -> None:
    """Put each file of media in place of one of its name; the others go."""
    for name in list(stored_media()):
        default_storage.delete(name)
    for content in backup.contents.media():
        with SpooledTemporaryFile(max_size=PIECE) as file:
            file.writelines(backup.read(content))
            file.seek(0)
            default_storage.save(content.name, File(file))


def _bring_checkpoint(backup: Backup, now: datetime) -> None:
    """Put the audit's checkpoint of that time in place; what was here stays beside it."""
    if not settings.AUDIT_CHECKPOINT:
        return
    if there := checkpoint_file():
        there.rename(f"{there}.before-{now:%Y%m%dT%H%M%SZ}")
    path = Path(settings.AUDIT_CHECKPOINT)
    path.with_suffix(".unsealed").unlink(missing_ok=True)
    if kept := backup.whole(Kind.CHECKPOINT):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept)


def _damaged(content: Content) -> BackupUnusable:
    """Return the error for a file that is not as it was written."""
    return BackupUnusable(f"A file is damaged: {content}.")
