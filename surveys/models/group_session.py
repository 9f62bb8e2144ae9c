"""A group that answers together, in one room, for an hour or two."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from surveys.logic.room_codes import grouped
from surveys.models.invitation import Invitation


class GroupSession(models.Model):
    """A worker's session in which young people join one after another.

    `code` is short, is on the wall while the session lasts, and opens nothing after.
    """

    invitation = models.OneToOneField(
        Invitation, on_delete=models.PROTECT, related_name="group_session"
    )
    code = models.CharField(max_length=12, unique=True)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closes_at = models.DateTimeField(help_text="When it closes by itself.")
    closed_at = models.DateTimeField(null=True, blank=True)
    present = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many young people are in the room."
    )

    class Meta:
        """Newest first; it closes after it opens."""

        ordering = ("-opened_at",)
        constraints = (
            models.CheckConstraint(
                name="group_session_closes_after_it_opens",
                condition=models.Q(closes_at__gt=models.F("opened_at")),
            ),
        )

    def __str__(self) -> str:
        """Return what the way in is called."""
        return str(self.invitation)

    def is_open(self, *, at: datetime) -> bool:
        """Say whether it lets people in at the moment `at`."""
        was_closed = self.closed_at or self.invitation.stopped_at
        return not was_closed and self.opened_at <= at < self.closes_at

    @property
    def shown_code(self) -> str:
        """Return the code as people copy it, in groups."""
        return grouped(self.code)
