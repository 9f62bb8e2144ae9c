"""That an issued release was taken back, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.frozen_rows import FrozenRow
from voice.releases.models.release import Release, ReleaseIsImmutable


class Recall(FrozenRow):
    """That an issued release was taken back: by whom, when and why.

    The release itself stays as two people signed it; `why` stands above it wherever
    it is read, and holds no number. What corrects it is the next release.
    """

    refusal = ReleaseIsImmutable

    release = models.OneToOneField(
        Release, on_delete=models.PROTECT, related_name="recall"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    why = models.CharField(max_length=300)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first; never without a reason."""

        ordering = ("-at", "-id")
        constraints = (
            models.CheckConstraint(
                name="recall_has_a_reason", condition=models.Q(why__gt="")
            ),
        )

    def __str__(self) -> str:
        """Return what was recalled."""
        return f"recall of {self.release}"
