"""What an owner said about an action, and when."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.statement.enums import ActionStatus
from voice.statement.models.action import Action


class ActionNote(models.Model):
    """What somebody said about an action at a time, and how it stood then."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="notes")
    status = models.CharField(max_length=20, choices=ActionStatus)
    reason = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")

    def __str__(self) -> str:
        """Return the text."""
        return self.text
