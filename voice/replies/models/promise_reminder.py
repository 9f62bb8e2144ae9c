"""That somebody was written to about promises that are due."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.models.weekly_letter import WeeklyLetter


class PromiseReminder(WeeklyLetter):
    """That one person was written to, in one week, about promises that are due."""

    class Meta(WeeklyLetter.Meta):
        """Newest first; one letter a week, however often the machine looks."""

        verbose_name = _("reminder of promises")
        verbose_name_plural = _("reminders of promises")
        constraints = (
            models.UniqueConstraint(
                name="promise_reminder_one_a_week", fields=("to", "week")
            ),
        )
