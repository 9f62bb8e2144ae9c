"""When work that never ends by itself was last done."""

from django.db import models

from voice.council.enums import Pulse


class Heartbeat(models.Model):
    """When one kind of such work last came to its end; there is one row of each.

    What is due is done by `manage.py run_due`, counting by `manage.py keep_counting`.
    """

    of = models.CharField(max_length=10, choices=Pulse, primary_key=True)
    at = models.DateTimeField()
    failed = models.JSONField(
        default=list, help_text="Names of the due work that failed that time."
    )

    class Meta:
        """Of a kind that is watched."""

        constraints = (
            models.CheckConstraint(
                name="heartbeat_is_of_a_kind",
                condition=models.Q(of__in=sorted(Pulse)),
            ),
        )

    def __str__(self) -> str:
        """Return the moment."""
        return self.at.isoformat()
