"""That one response was erased."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Erasure(models.Model):
    """That a response, or a statement of a session, was erased: its random id alone.

    Kept so that a backup brought back forgets it again (manage.py replay_erasures).
    """

    response_id = models.UUIDField(unique=True, editable=False)
    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="erasures"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when the young person did it themselves, or a backup's replay.",
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    scrubbed_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return the response's random id."""
        return str(self.response_id)
