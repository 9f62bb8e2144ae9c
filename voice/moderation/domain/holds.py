"""Legal holds: while one stands, nothing of a concern is deleted."""

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import HeldAlready, NotHeld, WordsAreDeleted
from voice.moderation.models import Concern, LegalHold


@transaction.atomic
def place_hold(concern: Concern, *, reason: str, by: User) -> LegalHold:
    """Keep everything of the concern until the hold is lifted; the reason is sealed.

    Raises HeldAlready, and WordsAreDeleted when there is nothing left to keep.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.words_deleted_at:
        raise WordsAreDeleted
    if row.holds.filter(lifted_at=None).exists():
        raise HeldAlready
    hold = LegalHold(concern=row, placed_by=by)
    hold.write(reason)
    hold.save(force_insert=True)
    record("moderation.place_hold", of=row, by=by)
    return hold


@transaction.atomic
def lift_hold(concern: Concern, *, by: User) -> LegalHold:
    """Let the concern's own time run again. Raises NotHeld."""
    hold = (
        LegalHold.objects.select_for_update()
        .filter(concern=concern, lifted_at=None)
        .first()
    )
    if hold is None:
        raise NotHeld
    hold.lifted_by, hold.lifted_at = by, timezone.now()
    hold.save(update_fields=("lifted_by", "lifted_at"))
    record("moderation.lift_hold", of=concern, by=by)
    return hold
