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
    """Remember `seal`, unless what was remembered is spoilt, gone or cut from the chain.

    Then the file stays as it is, so that `verify` goes on saying so.
    """
    try:
        before = read_checkpoint()
    except CheckpointSpoilt:
        return
    if before is None:
        follows = seal.number == 1
    else:
        follows = before["number"] < seal.number and checkpoint_holds(before)
    if follows:
        _keep(seal)


def begin_checkpoint() -> Seal | None:
    """Remember the newest seal where no checkpoint is yet: on a machine that joins.

    Returns it; None when there is a checkpoint already, or nothing to remember.
    """
    newest = Seal.objects.order_by("-number").first()
    path = _path()
    if newest is None or path is None or path.exists():
        return None
    _keep(newest)
    return newest


def checkpoint_is_gone() -> bool:
    """Say whether there should be a checkpoint here and is none."""
    path = _path()
    return path is not None and not path.exists() and Seal.objects.exists()


def _keep(seal: Seal) -> None:
    """Write `seal` to the file, whole or not at all."""
    path = _path()
    if path is None:
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
