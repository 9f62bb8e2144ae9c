"""A decision read again by a second person, who does not see the first."""

from django.conf import settings
from django.db import models

from voice.moderation.enums import ReadingState, SecondState, Settled, WithholdReason
from voice.moderation.models.decision import Decision

DECIDED = sorted(state.value for state in ReadingState.settled())


class SecondReading(models.Model):
    """A decision drawn by lot to be read again by a second person, blind.

    `came_to` is what the second reader would have decided. What differs is settled
    by a third person, or by the two once they have talked.
    """

    first = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="second_reading"
    )
    state = models.CharField(
        max_length=10, choices=SecondState, default=SecondState.WAITING
    )
    came_to = models.CharField(max_length=10, choices=ReadingState, blank=True)
    reason = models.CharField(max_length=20, choices=WithholdReason, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True)
    settled = models.CharField(max_length=20, choices=Settled, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first; who, when and what travel together."""

        ordering = ("first__at", "id")
        constraints = (
            models.CheckConstraint(
                name="second_reading_whole_or_waiting",
                condition=models.Q(
                    state=SecondState.WAITING, came_to="", by=None, at=None
                )
                | (
                    ~models.Q(state=SecondState.WAITING)
                    & models.Q(came_to__in=DECIDED, by__isnull=False, at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="second_reading_settled_whole_or_not",
                condition=models.Q(
                    state=SecondState.SETTLED,
                    settled__gt="",
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                )
                | (
                    ~models.Q(state=SecondState.SETTLED)
                    & models.Q(settled="", settled_by=None, settled_at=None)
                ),
            ),
            models.CheckConstraint(
                name="second_reading_withheld_has_a_reason",
                condition=models.Q(came_to=ReadingState.WITHHELD, reason__gt="")
                | (~models.Q(came_to=ReadingState.WITHHELD) & models.Q(reason="")),
            ),
        )

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.first.reading)
