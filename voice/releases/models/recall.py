"""That an issued release was taken back, and why."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.releases.models.release import Release, ReleaseIsImmutable


class Recall(models.Model):
    """That an issued release was taken back: by whom, when and why.

    The release itself stays as two people signed it; `why` stands above it wherever
    it is read, and holds no number. What corrects it is the next release.
    """

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new recall; raises ReleaseIsImmutable for one that exists."""
        if not self._state.adding:
            raise ReleaseIsImmutable
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise ReleaseIsImmutable: what was recalled stays so."""
        raise ReleaseIsImmutable
