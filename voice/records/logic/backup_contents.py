"""What is in a backup: its list of contents, sealed, with a hash of each; pure."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from voice.council.logic.sealing import CannotOpen, seal, unseal
from voice.records.logic.sealed_stream import fingerprint

TITLE = "VOICE BACKUP 1"
LIST = "contents.sealed"


class BackupUnusable(Exception):
    """Nothing can be made of this backup, or of this house; one sentence says why."""


class Kind(StrEnum):
    """What one file of a backup holds."""

    DATABASE = "database"
    KEYS = "keys"
    MEDIA = "media"
    ERASURES = "erasures"
    CHECKPOINT = "audit checkpoint"


@dataclass(frozen=True, slots=True)
class Content:
    """One file of a backup: what it holds, its size in bytes and its SHA-256."""

    file: str
    kind: Kind
    name: str
    size: int
    sha256: str

    def __str__(self) -> str:
        """Return what it holds, for a sentence."""
        name = f" {self.name}" if self.name else ""
        return f"{self.kind}{name} ({self.file})"


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in one backup, and the moment up to which it holds everything.

    `newest` are the newest migrations it was made with; `vendor` is the kind of database.
    """

    id: str
    point: datetime
    vendor: str
    newest: list[str]
    files: list[Content]

    def one(self, kind: Kind) -> Content | None:
        """Return the only file of this kind; None when there is none."""
        return next((file for file in self.files if file.kind == kind), None)

    def media(self) -> list[Content]:
        """Return the files that are media."""
        return [file for file in self.files if file.kind == Kind.MEDIA]

    def place(self, content: Content) -> str:
        """Return what a file is bound to when it is sealed."""
        return place_of(self.id, content.kind, content.name)


def place_of(backup: str, kind: Kind, name: str) -> str:
    """Return what the file that holds this, in this backup, is bound to."""
    return f"{backup}/{kind}/{name}"


def sealed_contents(contents: Contents, *, key: bytes) -> bytes:
    """Return the list of contents, sealed; before it, which key opens it."""
    told = asdict(contents) | {"point": contents.point.isoformat()}
    box = seal(key, json.dumps(told).encode(), bound_to=TITLE)
    return f"{TITLE} {fingerprint(key)}\n".encode() + box


def opened_contents(sealed: bytes, *, key: bytes) -> Contents:
    """Return what sealed_contents sealed; raises BackupUnusable."""
    head, _, box = sealed.partition(b"\n")
    title, _, which = head.decode("ascii", "replace").rpartition(" ")
    if title != TITLE:
        raise BackupUnusable("This is no backup of Voice, or of another version of it.")
    if which != fingerprint(key):
        raise BackupUnusable(
            "VOICE_BACKUP_KEY is not the key that this backup was sealed with."
        )
    try:
        told = json.loads(unseal(key, box, bound_to=TITLE))
    except CannotOpen:
        raise BackupUnusable("The backup's list of contents is damaged.") from None
    files = [Content(**one | {"kind": Kind(one["kind"])}) for one in told["files"]]
    point = datetime.fromisoformat(told["point"])
    return Contents(**told | {"files": files, "point": point})
