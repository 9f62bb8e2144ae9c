"""Undo, for ten seconds after a decision and for the person who made it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.moderation.domain.errors import (
    AlreadyDecided,
    SomebodyElsesDecision,
    TooLateToUndo,
)
from voice.moderation.domain.reading import undo_decision
from voice.moderation.models import Decision, Reading

UNDO_FOR = timedelta(seconds=10)


@transaction.atomic
def undo_just_now(
    reading: Reading, *, version: int, by: User, now: datetime | None = None
) -> Decision:
    """Take one's own decision back while its ten seconds last, by this server's clock.

    Raises AlreadyDecided when it is not the newest, SomebodyElsesDecision,
    TooLateToUndo, and what undo_decision raises.
    """
    row = Reading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    if row.version != version or row.decided_at is None:
        raise AlreadyDecided(row)
    if row.decided_by_id != by.pk:
        raise SomebodyElsesDecision
    if (now or timezone.now()) - row.decided_at > UNDO_FOR:
        raise TooLateToUndo
    return undo_decision(reading, version=version, by=by)
