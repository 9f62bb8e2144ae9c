"""One person told of an alarm through one channel."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.council.enums import AlarmStep, Channel, DeliveryOutcome
from voice.council.models.alarm import Alarm

TROUBLE_LENGTH = 200


class Delivery(models.Model):
    """One person told of an alarm through one channel: when it was tried, what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alarm = models.ForeignKey(
        Alarm, on_delete=models.CASCADE, related_name="deliveries"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=10, choices=Channel)
    step = models.CharField(max_length=10, choices=AlarmStep)
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(
        max_length=12, choices=DeliveryOutcome, default=DeliveryOutcome.WAITING
    )
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, default=timezone.now)
    trouble = models.CharField(
        max_length=TROUBLE_LENGTH,
        blank=True,
        help_text="What went wrong last; never content.",
    )

    class Meta:
        """In the order of time; only what waits is tried again."""

        ordering = ("at", "id")
        indexes = (models.Index(fields=("next_try_at",)),)
        constraints = (
            models.UniqueConstraint(
                name="delivery_once_a_person_and_channel",
                fields=("alarm", "user", "channel"),
            ),
            models.CheckConstraint(
                name="delivery_only_what_waits_is_tried_again",
                condition=models.Q(
                    outcome=DeliveryOutcome.WAITING, next_try_at__isnull=False
                )
                | (
                    ~models.Q(outcome=DeliveryOutcome.WAITING)
                    & models.Q(next_try_at=None)
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)
