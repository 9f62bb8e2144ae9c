"""An immutable, protected set of tables from one survey."""

from django.db import models
from django.utils import timezone

from surveys.models import Survey
from voice.releases.enums import ReleaseKind, ReleaseState


class Release(models.Model):
    """An immutable, protected set of tables from one survey.

    `tables` has the shape of voice.releases.logic.tables.Tables and holds
    nothing that has not passed through disclosure control.
    """

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="releases"
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=ReleaseKind)
    state = models.CharField(
        max_length=10, choices=ReleaseState, default=ReleaseState.PROPOSED
    )
    tables = models.JSONField()
    content_hash = models.CharField(max_length=64)
    counted = models.PositiveIntegerField(
        help_text="True number of responses; only the next release's gates read it."
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    issued_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; numbered; issued at a time, or not issued."""

        ordering = ("survey", "-number")
        constraints = (
            models.UniqueConstraint(
                name="release_number_once_a_survey", fields=("survey", "number")
            ),
            models.CheckConstraint(
                name="release_issued_at_a_time",
                condition=models.Q(state=ReleaseState.ISSUED, issued_at__isnull=False)
                | (~models.Q(state=ReleaseState.ISSUED) & models.Q(issued_at=None)),
            ),
        )

    def __str__(self) -> str:
        """Return survey and number."""
        return f"{self.survey} · release {self.number}"
