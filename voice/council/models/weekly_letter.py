"""That one person was written to in one week; each app keeps its own kind."""

from django.conf import settings
from django.db import models


class WeeklyLetter(models.Model):
    """One kind letter to one person in one week; `sent_at` is empty until it went out.

    The row is there before the letter is, so that nobody ever gets two.
    """

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    week = models.DateField(help_text="The Monday of the week.")
    tried_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first; whoever takes this on says once a person a week."""

        abstract = True
        ordering = ("-week", "-id")

    def __str__(self) -> str:
        """Return the week."""
        return str(self.week)
