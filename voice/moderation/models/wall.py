"""Who must not see a concern."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.enums import WallOrigin, WallReason
from voice.moderation.models.concern import Concern
from voice.moderation.models.sealed import open_for_leads, seal_for_leads


class Wall(models.Model):
    """Somebody must not see this concern: for them it does not exist.

    Taken down again only when it was put up in error, with a reason; the row stays.
    """

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="walls")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    why = models.CharField(max_length=20, choices=WallReason)
    origin = models.CharField(
        max_length=10, choices=WallOrigin, default=WallOrigin.LEAD
    )
    put_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when their name was found in the words.",
    )
    put_up_at = models.DateTimeField(default=timezone.now, editable=False)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_down_at = models.DateTimeField(null=True)
    sealed_reason = models.BinaryField(null=True)

    class Meta:
        """One that stands a person and concern; down has who and when."""

        ordering = ("put_up_at",)
        constraints = (
            models.UniqueConstraint(
                name="wall_one_a_concern_and_person",
                fields=("concern", "user"),
                condition=models.Q(taken_down_at=None),
            ),
            models.CheckConstraint(
                name="wall_taken_down_by_and_at_together",
                condition=models.Q(taken_down_by=None, taken_down_at=None)
                | models.Q(taken_down_by__isnull=False, taken_down_at__isnull=False),
            ),
            models.CheckConstraint(
                name="wall_put_up_by_nobody_when_by_machine",
                condition=models.Q(origin=WallOrigin.MACHINE, put_up_by=None)
                | (
                    ~models.Q(origin=WallOrigin.MACHINE)
                    & models.Q(put_up_by__isnull=False)
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the concern's random id."""
        return str(self.concern_id)

    def write_reason(self, reason: str) -> None:
        """Seal why it was taken down; save afterwards."""
        self.sealed_reason = seal_for_leads(reason, self._place())

    def reason(self) -> str:
        """Return why it was taken down; empty while it stands."""
        return open_for_leads(self.sealed_reason, self._place())

    def _place(self) -> str:
        """Return what the reason is bound to: this row and column."""
        return f"wall/{self.pk}/reason"
