"""One thing somebody did or read."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.audit.models.append_only import AppendOnlyModel
from voice.audit.models.seal import Seal


class Entry(AppendOnlyModel):
    """One thing somebody did or read: who, what, which object, when, from where.

    `actor` may be emptied when a person is erased; `actor_key` stays, so that an
    entry cannot be pinned on somebody else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(default=timezone.now, editable=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Empty when the machine acted, or once the person is erased.",
    )
    actor_key = models.CharField(max_length=40, blank=True)
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=100)
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=100)
    place = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    mac = models.CharField(max_length=64, editable=False)
    seal = models.ForeignKey(
        Seal, null=True, on_delete=models.PROTECT, related_name="entries"
    )
    position = models.PositiveIntegerField(null=True)

    class Meta:
        """Newest last; sealed and placed together, or neither."""

        ordering = ("at", "id")
        verbose_name_plural = "entries"
        indexes = (
            models.Index(fields=("object_type", "object_id")),
            models.Index(fields=("at", "id")),
            models.Index(fields=("verb",)),
        )
        constraints = (
            models.CheckConstraint(
                name="entry_sealed_and_placed_together",
                condition=models.Q(seal=None, position=None)
                | models.Q(seal__isnull=False, position__isnull=False),
            ),
            models.UniqueConstraint(
                name="entry_has_its_own_place_in_a_seal", fields=("seal", "position")
            ),
        )

    def __str__(self) -> str:
        """Return the entry's random id."""
        return str(self.id)
