"""Who runs a survey."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SurveyMember(models.Model):
    """A participation worker who runs one survey: its ways in, reading and themes."""

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.CASCADE, related_name="members"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="survey_memberships",
    )
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """By name, each person once a survey."""

        ordering = ("user__name",)
        constraints = (
            models.UniqueConstraint(
                name="survey_member_once_a_survey", fields=("survey", "user")
            ),
        )

    def __str__(self) -> str:
        """Return the person's name."""
        return str(self.user)
