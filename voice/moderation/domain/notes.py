"""Writing down something about a comment, for the other readers."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.models import Note, Reading


@transaction.atomic
def add_note(reading: Reading, *, words: str, by: User) -> Note:
    """Seal `words` as a note beside the comment; a note is never changed."""
    note = Note(reading=reading, by=by)
    note.write(words.strip())
    note.save(force_insert=True)
    record("moderation.note", of=note, by=by, reading=reading.pk)
    return note
