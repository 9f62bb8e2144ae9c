"""Remembers the newest seal outside the database, so that a cut tail shows."""

import json
from pathlib import Path
from typing import TypedDict

from django.conf import settings

from voice.audit.models import Seal


class CheckpointSpoilt(Exception):
    """The checkpoint file cannot be understood."""


class Checkpoint(TypedDict):
    """The newest seal that was seen: its number and its mac."""

    number: int
    mac: str


def read_checkpoint() -> Checkpoint | None:
    """Return what settings.AUDIT_CHECKPOINT holds; None when it is off or new.

    Raises CheckpointSpoilt when the file cannot be understood.
    """
    path = _path()
    if path is None or not path.exists():
        return None
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Checkpoint(number=int(kept["number"]), mac=str(kept["mac"]))
    except (KeyError, TypeError, ValueError):
        raise CheckpointSpoilt from None


def checkpoint_holds(checkpoint: Checkpoint) -> bool:
    """Say whether the seal that `checkpoint` remembers is still in the chain."""
    return Seal.objects.filter(
        number=checkpoint["number"], mac=checkpoint["mac"]
    ).exists()


def advance_checkpoint(seal: Seal) -> None:
    """Remember `seal`, unless what was remembered is spoilt or gone from the chain.

    Then the file stays as it is, so that `verify` goes on saying so.
    """
    path = _path()
    if path is None:
        return
    try:
        before = read_checkpoint()
    except CheckpointSpoilt:
        return
    if before and (before["number"] >= seal.number or not checkpoint_holds(before)):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(
        json.dumps({"number": seal.number, "mac": seal.mac}), encoding="utf-8"
    )
    new.replace(path)


def _path() -> Path | None:
    """Return where the checkpoint is kept; None when it is off."""
    return Path(settings.AUDIT_CHECKPOINT) if settings.AUDIT_CHECKPOINT else None
