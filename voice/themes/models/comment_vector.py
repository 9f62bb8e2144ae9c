"""Where a comment stands among all sentences, as numbers."""

from django.db import models

from surveys.models import Comment
from voice.council.domain.keys import open_content, seal_content, survey_owner
from voice.council.enums import KeyPurpose


class CommentVector(models.Model):
    """Where a comment's kept text, or its approved translation, stands in meaning.

    A sentence vector: 384 numbers, little-endian float32. Personal data, as words can
    be guessed from it: sealed as the kept text is, and gone when that is.
    """

    comment = models.OneToOneField(
        Comment, on_delete=models.PROTECT, related_name="vector"
    )
    sealed_numbers = models.BinaryField()

    class Meta:
        """By row."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.comment_id)

    def place(self) -> str:
        """Return what the numbers are bound to: this comment's row and column."""
        return f"vector/{self.comment_id}/numbers"

    def seal(self, content: bytes) -> None:
        """Seal the numbers in this row; save afterwards."""
        self.sealed_numbers = seal_content(
            content,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=self.place(),
        )

    def content(self) -> bytes:
        """Return the numbers; raises KeyDestroyed after retention."""
        return open_content(
            self.sealed_numbers,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=self.place(),
        )
