"""Raising a concern, seeing it and deciding it; safeguarding leads alone see them."""

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.alerts import alert_safeguarding_leads
from voice.moderation.domain.errors import ConcernIsDecided
from voice.moderation.enums import ConcernState, Outcome
from voice.moderation.models import Concern, Reading


@transaction.atomic
def raise_concern(reading: Reading, *, by: User) -> Concern:
    """Copy the child's exact words under the safeguarding key, and alert the leads.

    The alert leaves after the commit; a mail server that is down undoes nothing.
    """
    concern = Concern(comment=reading.comment, raised_by=by)
    concern.write(words=reading.comment.read())
    concern.save(force_insert=True)
    record("moderation.raise_concern", of=concern, by=by, reading=reading.pk)
    transaction.on_commit(alert_safeguarding_leads, robust=True)
    return concern


@transaction.atomic
def see_concern(concern: Concern, *, by: User) -> str:
    """Return the child's exact words; write down that `by` read them.

    The first to open a new concern is remembered as having seen it.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.state == ConcernState.NEW:
        row.state = ConcernState.SEEN
        row.seen_by, row.seen_at = by, timezone.now()
        row.save(update_fields=("state", "seen_by", "seen_at"))
    concern.state, concern.seen_by, concern.seen_at = (
        row.state,
        row.seen_by,
        row.seen_at,
    )
    record("moderation.read_concern", of=row, by=by, state=row.state)
    return row.words()


@transaction.atomic
def decide_concern(
    concern: Concern, *, outcome: Outcome | str, note: str, reference: str, by: User
) -> Concern:
    """Record what a safeguarding lead decided; the note is sealed like the words.

    Raises ConcernIsDecided when somebody was first, ValueError for an outcome that is
    not on the list.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.state == ConcernState.DECIDED:
        raise ConcernIsDecided
    if row.seen_by_id is None:
        row.seen_by, row.seen_at = by, timezone.now()
    row.state = ConcernState.DECIDED
    row.outcome = Outcome(outcome)
    row.reference = reference
    row.decided_by, row.decided_at = by, timezone.now()
    if note:
        row.write_note(note)
    row.save()
    record("moderation.decide_concern", of=row, by=by, outcome=row.outcome)
    return row
