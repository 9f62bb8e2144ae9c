"""Reads of what a child said, in words a reader can decide about."""

from voice.moderation.models import Reading, Transcript


def own_words(reading: Reading) -> str:
    """Return what the child wrote; of a voice or drawing, what a reader wrote down.

    Empty when nobody has written it down yet. Raises KeyDestroyed after retention.
    """
    if not reading.comment.is_recorded:
        return reading.comment.read()
    transcript = transcript_of(reading)
    return transcript.read() if transcript else ""


def transcript_of(reading: Reading) -> Transcript | None:
    """Return what was written down of a voice or drawing, or None."""
    return (
        Transcript.objects.select_related("reading__comment", "by")
        .filter(reading=reading)
        .first()
    )
