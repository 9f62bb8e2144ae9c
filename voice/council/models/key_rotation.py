"""One changing of every data key."""

from django.db import models
from django.utils import timezone


class KeyRotation(models.Model):
    """One changing of every data key: begun, and finished when no row is left behind.

    A rotation that was killed is gone on with; a second one waits until it is over.
    """

    started_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True)
    resealed = models.PositiveIntegerField(default=0)

    class Meta:
        """Newest first; one at a time."""

        ordering = ("-started_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                models.Value(1),
                name="key_rotation_one_at_a_time",
                condition=models.Q(finished_at=None),
            ),
        )

    def __str__(self) -> str:
        """Return when it began."""
        return f"{self.started_at:%Y-%m-%d}"
