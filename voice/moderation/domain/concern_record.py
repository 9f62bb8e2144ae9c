"""What safeguarding leads add to a concern after it was decided."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.concern_alarms import tell_of
from voice.moderation.domain.errors import ConcernIsOpen, WordsAreDeleted
from voice.moderation.domain.giving_back import take_from_readers
from voice.moderation.enums import ConcernState
from voice.moderation.models import Concern, ConcernNote, ContactDetails


@transaction.atomic
def add_to_concern(
    concern: Concern, *, text: str, reference: str = "", by: User
) -> ConcernNote:
    """Add what happened since, and the reference when it came later.

    Raises WordsAreDeleted once the concern's time is over.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.words_deleted_at:
        raise WordsAreDeleted
    note = _note(row, text, by=by)
    if reference:
        row.reference = reference
        row.save(update_fields=("reference",))
    record("moderation.add_to_concern", of=row, by=by)
    return note


@transaction.atomic
def reopen_concern(concern: Concern, *, reason: str, by: User) -> Concern:
    """Make a decided concern undecided again; what was decided stays in its notes.

    Its comment is locked away again from that moment. Raises ConcernIsOpen when it
    is not decided, WordsAreDeleted once its time is over.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.words_deleted_at:
        raise WordsAreDeleted
    if row.state != ConcernState.DECIDED:
        raise ConcernIsOpen
    record("moderation.reopen_concern", of=row, by=by, before=row.outcome)
    lay_open(row, by=by)
    row.save()
    _note(row, reason, by=by)
    tell_of(row)
    return row


def lay_open(row: Concern, *, by: User) -> None:
    """Undo the decision of a row that is held, and lock its comment; save afterwards.

    What was decided moves to a note.
    """
    decided_by = row.decided_by
    if decided_by is not None:
        said = [row.get_outcome_display(), row.reference, row.note()]
        _note(row, "\n".join(part for part in said if part), by=decided_by)
    row.state = ConcernState.SEEN
    row.outcome = row.reference = ""
    row.decided_by = row.decided_at = row.keep_until = None
    row.acted_by = row.acted_at = None
    row.sealed_note = None
    ContactDetails.objects.filter(concern=row).update(keep_until=None)
    take_from_readers(row, by=by)


def _note(row: Concern, text: str, *, by: User) -> ConcernNote:
    """Seal a note beside the concern."""
    note = ConcernNote(concern=row, by=by)
    note.write(text)
    note.save(force_insert=True)
    return note
