"""Who was reminded in which week that an update is due."""

from django.conf import settings
from django.db import models


class UpdateReminder(models.Model):
    """One kind letter to one person in one week; `sent_at` is empty until it went out.

    The row is there before the letter is, so that nobody ever gets two.
    """

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="update_reminders",
    )
    week = models.DateField(help_text="The Monday of the week.")
    tried_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first; one a person a week."""

        ordering = ("-week", "-id")
        constraints = (
            models.UniqueConstraint(
                name="update_reminder_once_a_week", fields=("to", "week")
            ),
        )

    def __str__(self) -> str:
        """Return the week."""
        return str(self.week)
