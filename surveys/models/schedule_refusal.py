"""That the schedule could not publish a survey, and why."""

from django.db import models
from django.utils import timezone


class ScheduleRefusal(models.Model):
    """Why the schedule last could not publish a survey; told until it is published."""

    survey = models.OneToOneField(
        "surveys.Survey", on_delete=models.CASCADE, related_name="schedule_refusal"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    reasons = models.JSONField(help_text="Sentences, as they were written then.")

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return the survey's title."""
        return str(self.survey)
