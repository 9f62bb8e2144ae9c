"""Reads of what stands beside a comment: notes and a translation."""

from typing import NamedTuple

from voice.council.domain.keys import open_texts, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models import Note, Reading, Translation


class NoteRead(NamedTuple):
    """A note, and what it says."""

    note: Note
    words: str


def notes_on(reading: Reading) -> list[NoteRead]:
    """Return the notes of readers, in the order written; one key look-up.

    Raises KeyDestroyed after retention.
    """
    notes = list(Note.objects.filter(reading=reading).select_related("by"))
    texts = open_texts(
        [(note.sealed_words, note.place()) for note in notes],
        owner=survey_owner(reading.comment.survey_id),
        purpose=KeyPurpose.RAW,
    )
    return [NoteRead(note, words) for note, words in zip(notes, texts, strict=True)]


def translation_of(reading: Reading) -> Translation | None:
    """Return the translation, or None when nobody wrote one."""
    return (
        Translation.objects.filter(reading=reading)
        .select_related("by", "approved_by", "reading__comment")
        .first()
    )
