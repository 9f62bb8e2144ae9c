"""That somebody opened a briefing that was issued."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.briefings.models.briefing import Briefing


class BriefingOpening(models.Model):
    """That a reader of the board's pages opened an issued briefing, and when first."""

    briefing = models.ForeignKey(
        Briefing, on_delete=models.PROTECT, related_name="openings"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    first_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In order of time; one a reader."""

        ordering = ("first_at", "id")
        constraints = (
            models.UniqueConstraint(
                name="briefing_opening_one_a_reader", fields=("briefing", "by")
            ),
        )

    def __str__(self) -> str:
        """Return what was opened."""
        return f"opening of {self.briefing}"
