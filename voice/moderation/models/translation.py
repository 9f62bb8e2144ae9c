"""A comment in the base language, written by a person."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.accounts.enums import ReadingLanguage
from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models.reading import Reading


class Translation(models.Model):
    """A comment in the base language, written by a person who reads both.

    What is being written is sealed like the child's own words. What was approved to
    be shown is sealed like kept text, and stands only as long as that decision does.
    """

    reading = models.OneToOneField(
        Reading, on_delete=models.PROTECT, related_name="translation"
    )
    version = models.PositiveIntegerField(default=1)
    language = models.CharField(
        max_length=10,
        choices=ReadingLanguage,
        blank=True,
        help_text="What it was translated from, as its translator says.",
    )
    sealed_words = models.BinaryField()
    sealed_kept = models.BinaryField(null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    class Meta:
        """What may be shown was approved by somebody at some time."""

        constraints = (
            models.CheckConstraint(
                name="translation_approved_whole_or_not",
                condition=models.Q(sealed_kept=None, approved_by=None, approved_at=None)
                | models.Q(
                    sealed_kept__isnull=False,
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.reading)

    def write(self, words: str) -> None:
        """Seal `words` as what is being written; save afterwards."""
        self.sealed_words = self._seal("words", KeyPurpose.RAW, words)

    def read(self) -> str:
        """Return what is being written; raises KeyDestroyed after retention."""
        return self._open("words", KeyPurpose.RAW, self.sealed_words)

    def keep(self, text: str) -> None:
        """Seal `text` as what may be shown; save afterwards."""
        self.sealed_kept = self._seal("kept", KeyPurpose.KEPT, text)

    def kept_text(self) -> str:
        """Return what may be shown; empty when nothing may."""
        if self.sealed_kept is None:
            return ""
        return self._open("kept", KeyPurpose.KEPT, self.sealed_kept)

    def kept_place(self) -> str:
        """Return what the kept text is bound to."""
        return self._place("kept")

    def _place(self, column: str) -> str:
        """Return what a column is bound to: this comment's row and column."""
        return f"translation/{self.reading.comment_id}/{column}"

    def _seal(self, column: str, purpose: KeyPurpose, text: str) -> bytes:
        """Return `text` sealed for one column of this row."""
        return seal_text(
            text,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=purpose,
            bound_to=self._place(column),
        )

    def _open(
        self, column: str, purpose: KeyPurpose, sealed: bytes | memoryview
    ) -> str:
        """Return what was sealed for one column of this row."""
        return open_text(
            sealed,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=purpose,
            bound_to=self._place(column),
        )
