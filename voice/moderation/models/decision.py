"""Who decided what about a comment, when and why; never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.enums import PutBackReason, ReadingState, WithholdReason
from voice.moderation.models.reading import Reading


class Decision(models.Model):
    """Who decided what about a comment, when and why; a row is never changed.

    Putting back is a decision of its own, back to waiting, and says why.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="decisions"
    )
    state = models.CharField(max_length=10, choices=ReadingState)
    version = models.PositiveIntegerField()
    may_count = models.BooleanField(default=False)
    may_quote = models.BooleanField(default=False)
    reason = models.CharField(max_length=20, choices=WithholdReason, blank=True)
    why = models.CharField(max_length=20, choices=PutBackReason, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In order; one decision for each version; putting back has a reason."""

        ordering = ("reading", "version")
        constraints = (
            models.UniqueConstraint(
                name="decision_one_a_version", fields=("reading", "version")
            ),
            models.CheckConstraint(
                name="decision_put_back_says_why",
                condition=models.Q(state=ReadingState.WAITING, why__gt="")
                | (~models.Q(state=ReadingState.WAITING) & models.Q(why="")),
            ),
        )

    def __str__(self) -> str:
        """Return what was decided."""
        return self.get_state_display()
