"""A fluent reader's yes to the fixed words about safety and privacy in one language."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SafetyApproval(models.Model):
    """A named fluent reader's yes to what every survey says of safety and privacy.

    It is of the house's own words, not of a survey's: who reads, whom we tell, help
    lines, skipping, leaving. It holds for exactly the words that were read.
    """

    language = models.CharField(max_length=10)
    reader_name = models.CharField(max_length=200)
    words_hash = models.CharField(
        max_length=64,
        help_text="Hash of every sentence read; another now means no yes.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-recorded_at",)

    def __str__(self) -> str:
        """Return language and reader."""
        return f"{self.language}: {self.reader_name}"
