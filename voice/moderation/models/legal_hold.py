"""A reason why nothing of a concern may be deleted."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.models.concern import Concern
from voice.moderation.models.sealed import open_for_leads, seal_for_leads


class LegalHold(models.Model):
    """While it stands, retention deletes nothing of this concern; the row stays."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="holds")
    sealed_reason = models.BinaryField()
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    placed_at = models.DateTimeField(default=timezone.now, editable=False)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        """One that stands a concern; lifted has who and when."""

        ordering = ("placed_at",)
        constraints = (
            models.UniqueConstraint(
                name="legal_hold_one_a_concern",
                fields=("concern",),
                condition=models.Q(lifted_at=None),
            ),
            models.CheckConstraint(
                name="legal_hold_lifted_by_and_at_together",
                condition=models.Q(lifted_by=None, lifted_at=None)
                | models.Q(lifted_by__isnull=False, lifted_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

    def write(self, reason: str) -> None:
        """Seal the reason in this row; save afterwards."""
        self.sealed_reason = seal_for_leads(reason, self._place())

    def reason(self) -> str:
        """Return the reason, unsealed."""
        return open_for_leads(self.sealed_reason, self._place())

    def _place(self) -> str:
        """Return what the reason is bound to: this row and column."""
        return f"legal_hold/{self.id}/reason"
