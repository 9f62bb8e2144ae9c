"""When the due work was last done."""

from django.db import models


class Heartbeat(models.Model):
    """When `manage.py run_due` last came to its end; there is one row."""

    at = models.DateTimeField()
    failed = models.JSONField(
        default=list, help_text="Names of the due work that failed that time."
    )

    class Meta:
        """One row."""

        constraints = (
            models.CheckConstraint(
                name="heartbeat_has_one_row", condition=models.Q(id=1)
            ),
        )

    def __str__(self) -> str:
        """Return the moment."""
        return self.at.isoformat()
