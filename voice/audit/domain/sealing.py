"""Chains entries in sealed batches, outside the transactions that wrote them.

A chain inside each transaction was measured at 86 writes a second against 667, and
deadlocked (DESIGN.md, section 9); so a sealer comes by every few seconds.
"""

from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from voice.audit.domain.checkpoint import advance_checkpoint
from voice.audit.domain.record import audit_key
from voice.audit.domain.witness import forget_sealed
from voice.audit.logic.macs import FIRST, keyed_hash, moment
from voice.audit.models import Entry, Seal

BATCH = 1000


def seal_mac(seal: Seal, entry_macs: Sequence[str]) -> str:
    """Return the keyed hash of a seal: its number, time, count, the seal before, its entries."""
    said = [seal.number, moment(seal.at), seal.count, seal.before, list(entry_macs)]
    return keyed_hash(audit_key(), said)


def seal_entries() -> list[Seal]:
    """Seal every entry that waits, in batches; return the seals made.

    Safe with several sealers at once: a seal's number is unique, so one of two that
    take the same number is refused whole and leaves its entries for the next round.
    """
    made = []
    while seal := _seal_one_batch():
        made.append(seal)
        advance_checkpoint(seal)
    if made and settings.AUDIT_CHECKPOINT:
        forget_sealed()
    return made


def _seal_one_batch() -> Seal | None:
    """Return the next seal; None when nothing waits or another sealer was first."""
    try:
        with transaction.atomic():
            return _seal_batch()
    except IntegrityError:
        return None


def _seal_batch() -> Seal | None:
    """Make the next seal and place its entries; raise IntegrityError when outrun."""
    last = Seal.objects.order_by("-number").first()
    waiting = list(Entry.objects.filter(seal=None).order_by("at", "id")[:BATCH])
    if not waiting:
        return None
    seal = Seal(
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        count=len(waiting),
        before=last.mac if last else FIRST,
    )
    seal.mac = seal_mac(seal, [entry.mac for entry in waiting])
    seal.save()
    # The one change an entry ever sees: its place in the chain.
    rows: models.QuerySet[Entry] = models.QuerySet(Entry)
    for position, entry in enumerate(waiting):
        placed = rows.filter(pk=entry.pk, seal=None).update(
            seal=seal, position=position
        )
        if placed != 1:
            raise IntegrityError(f"Entry {entry.pk} was sealed by somebody else.")
    return seal
