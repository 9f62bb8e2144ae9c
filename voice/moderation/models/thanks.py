"""A young person's thanks, passed on to the worker they are about."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models.reading import Reading

if TYPE_CHECKING:
    from voice.moderation.models.translation import Translation


class Thanks(models.Model):
    """A young person's thanks, passed on to the worker they are about.

    It carries approved words that may be quoted, and nothing of who wrote them, when
    or in answer to what. It is taken back when those words no longer stand.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="thanks"
    )
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="thanks"
    )
    sealed_words = models.BinaryField()
    language = models.CharField(max_length=10)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; the same words once to the same person."""

        ordering = ("-at", "id")
        verbose_name_plural = "thanks"
        constraints = (
            models.UniqueConstraint(
                name="thanks_once_to_a_person", fields=("reading", "to")
            ),
        )

    def __str__(self) -> str:
        """Return the random id, never the words."""
        return str(self.id)

    def write(self, words: str) -> None:
        """Seal `words` in this row; save afterwards."""
        self.sealed_words = seal_text(
            words,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=f"thanks/{self.id}/words",
        )

    def in_english(self) -> "Translation | None":
        """Return the translation that may be shown beside the words, or None."""
        found: Translation | None = getattr(self.reading, "translation", None)
        return found if found and found.approved_by_id else None

    def read(self) -> str:
        """Return the words."""
        return open_text(
            self.sealed_words,
            owner=survey_owner(self.reading.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=f"thanks/{self.id}/words",
        )
