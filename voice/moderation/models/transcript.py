"""What a voice says, or a drawing shows, in a reader's words."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models.reading import Reading


class Transcript(models.Model):
    """What a voice says, or a drawing shows, written by a reader.

    From then on it is read, redacted and decided like words a child typed, and
    sealed like them; the recording itself goes no further.
    """

    reading = models.OneToOneField(
        Reading, on_delete=models.PROTECT, related_name="transcript"
    )
    sealed_words = models.BinaryField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.reading)

    def place(self) -> str:
        """Return what the words are bound to: this comment's row and column."""
        return f"transcript/{self.reading.comment_id}/words"

    def write(self, words: str) -> None:
        """Seal `words` in this row; save afterwards."""
        self.sealed_words = seal_text(
            words,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )

    def read(self) -> str:
        """Return the words; raises KeyDestroyed after retention."""
        return open_text(
            self.sealed_words,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )
