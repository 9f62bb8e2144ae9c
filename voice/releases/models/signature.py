"""One person's name under a release."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.releases.models.release import Release


class Signature(models.Model):
    """One person's name under a release; two make it public."""

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="signatures"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In order; nobody signs twice."""

        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                name="signature_one_a_person", fields=("release", "by")
            ),
        )

    def __str__(self) -> str:
        """Return who signed."""
        return str(self.by)
