"""Who was reminded in which week that an update is due."""

from django.db import models

from voice.council.models.weekly_letter import WeeklyLetter


class UpdateReminder(WeeklyLetter):
    """One kind letter to one person in one week: updates of their actions are due."""

    class Meta(WeeklyLetter.Meta):
        """Newest first; one a person a week."""

        constraints = (
            models.UniqueConstraint(
                name="update_reminder_once_a_week", fields=("to", "week")
            ),
        )
