"""That a release was attacked before somebody signed it, and held."""

from typing import Any

from django.db import models
from django.utils import timezone

from voice.releases.models.release import Release, ReleaseIsImmutable


class Attempt(models.Model):
    """One attack on a release that found nothing certain of anybody.

    One that finds something is no row: the release is refused
    (voice.releases.domain.attempts). `figures` told values were tried, in `problems`
    programmes; `releases` is how many releases were looked at together. `changed` are
    keys of questions and themes whose earlier figures do not fit today's answers.
    """

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="attempts"
    )
    at = models.DateTimeField(default=timezone.now)
    figures = models.PositiveIntegerField()
    problems = models.PositiveIntegerField()
    releases = models.PositiveSmallIntegerField()
    milliseconds = models.PositiveIntegerField()
    changed = models.JSONField(default=list)

    class Meta:
        """The newest last."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        """Return which release was attacked."""
        return f"attempt on release {self.release_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new attempt; raises ReleaseIsImmutable for one that exists."""
        if not self._state.adding:
            raise ReleaseIsImmutable
        super().save(*args, **kwargs)

    @property
    def seconds(self) -> str:
        """Return how long it took, as people read it."""
        return f"{max(self.milliseconds, 100) / 1000:.1f}"
