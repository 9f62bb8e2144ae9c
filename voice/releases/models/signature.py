"""One person's name under a release."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.releases.models.release import Release, ReleaseIsImmutable


class Signature(models.Model):
    """One person's name under a release; two make it public.

    `content_hash` is what they saw when they signed: a quote refused afterwards
    changes the release's own.
    """

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="signatures"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    content_hash = models.CharField(max_length=64)
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new signature; raises ReleaseIsImmutable for one that exists."""
        if not self._state.adding:
            raise ReleaseIsImmutable
        super().save(*args, **kwargs)
