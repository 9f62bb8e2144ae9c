"""Finds what was edited, deleted, inserted or reordered in the audit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone

from voice.audit.domain.checkpoint import (
    CheckpointSpoilt,
    checkpoint_holds,
    checkpoint_is_gone,
    read_checkpoint,
)
from voice.audit.domain.record import entry_mac
from voice.audit.domain.sealing import seal_mac
from voice.audit.domain.witness import missing
from voice.audit.enums import Tampering
from voice.audit.logic.macs import FIRST
from voice.audit.models import Entry, Seal

# DESIGN.md, section 9: a sealer runs every 10 seconds, so a minute is late.
SEALED_WITHIN = timedelta(minutes=1)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with the audit, and a sentence that says it."""

    kind: Tampering
    sentence: str


def verify() -> list[Finding]:
    """Return everything that is wrong; an empty list when the audit is whole.

    Reads every row once, in the order of the chain.
    """
    return [
        *_edited_entries(),
        *_broken_links(),
        *_broken_seals(),
        *_left_unsealed(),
        *_gone_unsealed(),
        *_cut_tail(),
    ]


def _edited_entries() -> Iterator[Finding]:
    """Find entries that do not say what was written, or that we never wrote."""
    people = {str(key) for key in get_user_model().objects.values_list("pk", flat=True)}
    for entry in Entry.objects.iterator():
        if entry.mac != entry_mac(entry):
            yield Finding(
                Tampering.EDITED,
                f"Entry {entry.id} was altered, or was not written by this house.",
            )
        elif entry.actor_id is not None and str(entry.actor_id) != entry.actor_key:
            yield Finding(
                Tampering.EDITED, f"Entry {entry.id} was pinned on somebody else."
            )
        elif entry.actor_id is None and entry.actor_key in people:
            yield Finding(
                Tampering.EDITED, f"Entry {entry.id} was taken off who did it."
            )


def _broken_links() -> Iterator[Finding]:
    """Find seals that are missing, or that do not follow the one before."""
    expected, before = 1, FIRST
    for seal in Seal.objects.order_by("number").iterator():
        if seal.number != expected:
            yield Finding(
                Tampering.DELETED,
                f"Seals {expected} to {seal.number - 1} are missing.",
            )
        elif seal.before != before:
            yield Finding(
                Tampering.EDITED, f"Seal {seal.number} does not follow the one before."
            )
        expected, before = seal.number + 1, seal.mac


def _broken_seals() -> Iterator[Finding]:
    """Find seals whose entries are not those they closed, in that order."""
    sealed = Entry.objects.filter(seal__isnull=False).order_by("seal_id", "position")
    groups = groupby(sealed.iterator(), key=lambda entry: entry.seal_id)
    number, entries = next(groups, (None, iter(())))
    for seal in Seal.objects.order_by("number").iterator():
        mine: list[Entry] = []
        if number == seal.number:
            mine = list(entries)
            number, entries = next(groups, (None, iter(())))
        yield from _one_seal(seal, mine)


def _one_seal(seal: Seal, entries: list[Entry]) -> Iterator[Finding]:
    """Find what is wrong with one seal, given the entries that name it, in order."""
    missing = seal.count - len(entries)
    if missing > 0:
        yield Finding(
            Tampering.DELETED,
            f"Seal {seal.number} closed {seal.count} entries; {missing} of them gone.",
        )
    elif missing < 0:
        yield Finding(
            Tampering.INSERTED,
            f"Seal {seal.number} closed {seal.count} entries; {-missing} were added.",
        )
    elif [entry.position for entry in entries] != list(range(seal.count)):
        yield Finding(
            Tampering.REORDERED, f"The entries of seal {seal.number} changed places."
        )
    elif seal.mac != seal_mac(seal, [entry.mac for entry in entries]):
        yield Finding(
            Tampering.REORDERED,
            f"Seal {seal.number} or its entries were altered or changed places.",
        )


def _left_unsealed() -> Iterator[Finding]:
    """Find entries that no sealer has closed in time."""
    late = Entry.objects.filter(seal=None, at__lt=timezone.now() - SEALED_WITHIN)
    if count := late.count():
        yield Finding(
            Tampering.UNSEALED,
            f"{count} older than a minute and not sealed: is seal_audit running?",
        )


def _gone_unsealed() -> Iterator[Finding]:
    """Find entries that were deleted before a sealer came by."""
    if settings.AUDIT_CHECKPOINT and (gone := missing()):
        yield Finding(
            Tampering.DELETED,
            f"Written here, and gone before being sealed, or altered: {len(gone)}.",
        )


def _cut_tail() -> Iterator[Finding]:
    """Find whether the newest seal that was ever seen here is gone."""
    if checkpoint_is_gone():
        yield Finding(
            Tampering.CUT,
            "The checkpoint file is gone. On a machine that joins, begin one: "
            "seal_audit --begin-checkpoint.",
        )
        return
    try:
        checkpoint = read_checkpoint()
    except CheckpointSpoilt:
        yield Finding(Tampering.CUT, "The checkpoint file cannot be read.")
        return
    if checkpoint and not checkpoint_holds(checkpoint):
        yield Finding(
            Tampering.CUT,
            f"Seal {checkpoint['number']}, seen before, is gone: the end was cut off.",
        )
