"""Where and when a planned session was to be, before it was moved."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models.planned_session import PlannedSession
from voice.frozen_rows import FrozenQuerySet, FrozenRow


class MovesStay(Exception):
    """Where a session was before is never rewritten."""


class SessionMove(FrozenRow):
    """Where and when a planned session was to be, before it was moved."""

    refusal = MovesStay

    session = models.ForeignKey(
        PlannedSession, on_delete=models.PROTECT, related_name="moves"
    )
    held_on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    place = models.CharField(max_length=200)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    moved_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        """In the order it was moved."""

        ordering = ("moved_at", "pk")

    def __str__(self) -> str:
        """Return the day it was to be."""
        return self.held_on.isoformat()
