"""What a coder wrote down about a theme, or about a comment."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Comment
from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.themes.models.theme import Theme


class ThemeMemo(models.Model):
    """What a coder wrote down about a theme, for the other coders; never changed."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="memos")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order written."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"memo {self.pk}"


class CommentMemo(models.Model):
    """What a coder wrote down about a comment; never changed.

    Sealed as the kept text is, since it may repeat it, and gone when that is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="memos")
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
        return f"memo/{self.id}/words"

    def write(self, words: str) -> None:
        """Seal `words` in this row; save afterwards."""
        self.sealed_words = seal_text(
            words,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=self.place(),
        )

    def read(self) -> str:
        """Return what was written; raises KeyDestroyed after retention."""
        return open_text(
            self.sealed_words,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=self.place(),
        )
