"""That something went out without the young editors' yes, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.frozen_rows import FrozenQuerySet, FrozenRow
from voice.young_editors.enums import Kind


class ReasonStays(Exception):
    """A reason the board was given is never changed."""


class WithoutYes(FrozenRow):
    """That words go out without the young editors' yes, and why; the board reads it.

    To exactly these words, told by their fingerprint. `nobody_to_ask` says that the
    house had no group then; a reason is written otherwise. `said_not_yet` names the
    groups that had asked for something to change.
    """

    kind = models.CharField(max_length=10, choices=Kind)
    object_id = models.PositiveBigIntegerField()
    title = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    reason = models.TextField(blank=True, max_length=500)
    nobody_to_ask = models.BooleanField(default=False)
    said_not_yet = models.JSONField(
        default=list, help_text="Names of the groups that had said not yet."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FrozenQuerySet.as_manager()
    refusal = ReasonStays

    class Meta:
        """Newest first; a reason, unless there was nobody to ask."""

        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("kind", "object_id")),)
        verbose_name_plural = "without yes"
        constraints = (
            models.CheckConstraint(
                name="without_yes_says_why",
                condition=models.Q(nobody_to_ask=True, reason="")
                | (models.Q(nobody_to_ask=False) & ~models.Q(reason="")),
            ),
        )

    def __str__(self) -> str:
        """Return what went out."""
        return self.title
