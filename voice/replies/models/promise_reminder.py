"""That somebody was written to about promises that are due."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PromiseReminder(models.Model):
    """That one person was written to, in one week, about promises that are due."""

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    week = models.DateField(help_text="Monday of the week.")

    class Meta:
        """Newest first; one letter a week, however often the machine looks."""

        ordering = ("-week", "id")
        verbose_name = _("reminder of promises")
        verbose_name_plural = _("reminders of promises")
        constraints = (
            models.UniqueConstraint(
                name="promise_reminder_one_a_week", fields=("to", "week")
            ),
        )

    def __str__(self) -> str:
        """Return the week."""
        return f"Reminder in the week of {self.week.isoformat()}"
