"""What a reader wrote down about a comment, for the other readers."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models.reading import Reading


class Note(models.Model):
    """What a reader wrote down about a comment, for the other readers of the survey.

    Sealed like the child's own words, as it may repeat them, and gone when they are.
    A note is never changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="notes")
    sealed_words = models.BinaryField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order written."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        """Return the random id, never the words."""
        return str(self.id)

    def place(self) -> str:
        """Return what the words are bound to: this row and column."""
        return f"note/{self.id}/words"

    def write(self, words: str) -> None:
        """Seal `words` in this row; save afterwards."""
        self.sealed_words = seal_text(
            words,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )

    def read(self) -> str:
        """Return what was written; raises KeyDestroyed after retention."""
        return open_text(
            self.sealed_words,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )
