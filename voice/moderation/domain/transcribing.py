"""Writing down what a voice says, or a drawing shows; only that travels on."""

from django.db import transaction
from django.utils import timezone

from surveys.models import Recording
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import NothingToWriteDown, NotWrittenDown
from voice.moderation.domain.reading import UNREAD, bring_up_to_date, claim
from voice.moderation.domain.screening import screen_reading
from voice.moderation.models import Reading, Transcript
from voice.moderation.queries.words import transcript_of


@transaction.atomic
def write_transcript(
    reading: Reading, *, version: int, words: str, by: User
) -> Transcript:
    """Seal a reader's words for a voice or drawing, and have them screened like any.

    Whoever decides at the same moment about other words is told. Raises
    AlreadyDecided, NothingToWriteDown for a comment in writing, NotWrittenDown when
    there is nothing in `words`.
    """
    row = claim(reading, version=version, states=UNREAD)
    if not row.comment.is_recorded:
        raise NothingToWriteDown
    if not words.strip():
        raise NotWrittenDown
    transcript = transcript_of(row) or Transcript(reading=row)
    transcript.write(words.strip())
    transcript.by, transcript.at = by, timezone.now()
    transcript.save()
    row.version += 1
    row.save(update_fields=("version",))
    screen_reading(row)
    row.refresh_from_db()
    record("moderation.write_down", of=row, by=by, version=row.version)
    bring_up_to_date(reading, row)
    return transcript


@transaction.atomic
def open_recording(reading: Reading, *, by: User) -> tuple[str, bytes]:
    """Return the media type and content of a recording; write down who heard or saw it.

    Raises Recording.DoesNotExist, and KeyDestroyed after retention.
    """
    recording = Recording.objects.select_related("comment").get(
        comment=reading.comment_id
    )
    content = recording.read()
    record("moderation.hear", of=reading, by=by, kind=recording.kind.value)
    return recording.media_type, content
