"""Something that somebody must look at now."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.council.enums import AlarmKind, AlarmStep


class Alarm(models.Model):
    """Something waits for somebody; says of it no more than a kind and a random id.

    It climbs from step to step until it is settled. Those left out (a lead who is
    named in the concern) are never told.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=AlarmKind)
    about = models.CharField(max_length=64, help_text="A random id; never words.")
    raised_at = models.DateTimeField(default=timezone.now)
    step = models.CharField(max_length=10, choices=AlarmStep, default=AlarmStep.ROTA)
    next_step_at = models.DateTimeField(
        null=True, help_text="Empty once the last step was taken, or it is settled."
    )
    settled_at = models.DateTimeField(null=True)
    left_out = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+"
    )

    class Meta:
        """Oldest first; one that is open about each thing; settled ones climb no more."""

        ordering = ("raised_at", "id")
        indexes = (models.Index(fields=("next_step_at",)),)
        constraints = (
            models.UniqueConstraint(
                name="alarm_one_open_a_kind_and_thing",
                fields=("kind", "about"),
                condition=models.Q(settled_at=None),
            ),
            models.CheckConstraint(
                name="alarm_settled_climbs_no_more",
                condition=models.Q(settled_at=None) | models.Q(next_step_at=None),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)
