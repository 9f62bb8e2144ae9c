"""That a survey was put away: out of the lists, with everything it holds."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class ArchivedSurvey(models.Model):
    """That a survey was put away; taking it out again removes this row.

    A row of its own, because a revision of the survey must never bring it back.
    """

    survey = models.OneToOneField(
        "surveys.Survey", on_delete=models.CASCADE, related_name="archived"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return the survey's title."""
        return str(self.survey)
