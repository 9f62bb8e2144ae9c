"""Reversing a decision with a reason, until a release uses it; then only forward."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import UsedInRelease
from voice.moderation.domain.notes import add_note
from voice.moderation.domain.reading import claim_to_put_back, put_back
from voice.moderation.enums import PutBackReason
from voice.moderation.models import Decision, Reading
from voice.moderation.used import uses_of


@transaction.atomic
def reverse_decision(
    reading: Reading,
    *,
    version: int,
    why: PutBackReason | str,
    note: str = "",
    by: User,
) -> Decision:
    """Put a decided comment back to be read, and say why.

    Raises AlreadyDecided, PassedOnStays, UsedInRelease once a release holds it, and
    ValueError for a reason that is not on the list.
    """
    row = claim_to_put_back(reading, version=version)
    if uses_of(row, hold=True):
        raise UsedInRelease
    return _put_back(row, why=why, note=note, by=by, seen=reading)


@transaction.atomic
def decide_again(
    reading: Reading,
    *,
    version: int,
    why: PutBackReason | str,
    note: str = "",
    by: User,
) -> Decision:
    """Put a comment that a release has used back to be read, for what comes after.

    What was released stays as it was. Raises what reverse_decision raises, but for
    the use.
    """
    row = claim_to_put_back(reading, version=version)
    record("moderation.decide_again", of=row, by=by, uses=len(uses_of(row, hold=True)))
    return _put_back(row, why=why, note=note, by=by, seen=reading)


def _put_back(
    row: Reading, *, why: PutBackReason | str, note: str, by: User, seen: Reading
) -> Decision:
    """Put a claimed row back, with its reason and the note if there is one."""
    decision = put_back(row, by=by, seen=seen, why=PutBackReason(why))
    if note.strip():
        add_note(row, words=note, by=by)
    return decision
