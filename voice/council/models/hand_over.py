"""A duty shift given to a colleague."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.council.models.duty_shift import DutyShift


class HandOver(models.Model):
    """A duty shift given to a colleague, with a note that holds no child's words."""

    shift = models.ForeignKey(
        DutyShift, on_delete=models.CASCADE, related_name="hand_overs"
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first; to somebody else."""

        ordering = ("-at", "-id")
        constraints = (
            models.CheckConstraint(
                name="hand_over_to_somebody_else",
                condition=~models.Q(given_by=models.F("taken_by")),
            ),
        )

    def __str__(self) -> str:
        """Return who gave it to whom."""
        return f"{self.given_by} → {self.taken_by}"
