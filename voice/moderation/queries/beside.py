"""Reads of what stands beside a comment: notes and a translation."""

from voice.moderation.models import Note, Reading, Translation


def notes_on(reading: Reading) -> list[Note]:
    """Return the notes of readers, in the order written."""
    return list(
        Note.objects.filter(reading=reading).select_related("by", "reading__comment")
    )


def translation_of(reading: Reading) -> Translation | None:
    """Return the translation, or None when nobody wrote one."""
    return (
        Translation.objects.filter(reading=reading)
        .select_related("by", "approved_by", "reading__comment")
        .first()
    )
