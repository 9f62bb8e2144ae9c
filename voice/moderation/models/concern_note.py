"""Something a safeguarding lead added to a concern later."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.models.concern import Concern
from voice.moderation.models.sealed import open_for_leads, seal_for_leads


class ConcernNote(models.Model):
    """Something a safeguarding lead added to a concern later; sealed, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="notes")
    sealed_text = models.BinaryField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order they were written."""

        ordering = ("at",)

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

    def write(self, text: str) -> None:
        """Seal `text` in this row; save afterwards."""
        self.sealed_text = seal_for_leads(text, self._place())

    def read(self) -> str:
        """Return the text, unsealed."""
        return open_for_leads(self.sealed_text, self._place())

    def _place(self) -> str:
        """Return what the text is bound to: this row and column."""
        return f"concern_note/{self.id}/text"
