"""One try at reaching a young person who asked to be contacted."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from voice.moderation.enums import Reached
from voice.moderation.models.concern import Concern
from voice.moderation.models.sealed import open_for_leads, seal_for_leads


class ContactAttempt(models.Model):
    """When somebody tried to reach a young person, and what came of it.

    What was written about it is sealed, and deleted with how to reach them; that it was
    tried stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concern = models.ForeignKey(
        Concern, on_delete=models.PROTECT, related_name="attempts"
    )
    tried_at = models.DateTimeField()
    reached = models.CharField(max_length=20, choices=Reached)
    sealed_note = models.BinaryField(null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order they were made."""

        ordering = ("tried_at", "at")
        constraints = (
            models.CheckConstraint(
                name="contact_attempt_written_down_afterwards",
                condition=Q(tried_at__lte=models.F("at")),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

    def write(self, note: str) -> None:
        """Seal what is to be known about it; save afterwards."""
        self.sealed_note = seal_for_leads(note, self._place()) if note else None

    def read(self) -> str:
        """Return what was written, unsealed; empty when nothing was, or is, kept."""
        return open_for_leads(self.sealed_note, self._place())

    def _place(self) -> str:
        """Return what the note is bound to: this row and column."""
        return f"contact_attempt/{self.id}/note"
