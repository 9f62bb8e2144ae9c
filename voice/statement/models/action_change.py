"""What was changed of an action since it was written."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.statement.enums import ActionPart
from voice.statement.models.action import Action


class ActionChange(models.Model):
    """One part of an action that was put otherwise: what it said before, and after.

    So that a date which moved twice is seen to have moved twice. Dates are ISO dates;
    empty is “none”.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="changes")
    part = models.CharField(max_length=20, choices=ActionPart)
    before = models.CharField(max_length=300, blank=True)
    after = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first; what did not change is no change."""

        ordering = ("-at", "-id")
        constraints = (
            models.CheckConstraint(
                name="action_change_changes_something",
                condition=~models.Q(before=models.F("after")),
            ),
        )

    def __str__(self) -> str:
        """Return what was changed, to what."""
        return f"{self.get_part_display()}: {self.after}"
