"""An administrator's hour with the comments of one survey."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import BreakGlassState


class BreakGlass(models.Model):
    """One person's written wish to read one survey, and the other person's answer.

    The survey is named by its id and by its title then: accounts lies below surveys.
    """

    survey_id = models.PositiveBigIntegerField()
    survey_title = models.CharField(max_length=200)
    reason = models.TextField(_("why"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    officers_told_at = models.DateTimeField(null=True)
    leads_told_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(
        null=True, help_text="When it stood in a daily report to the officers."
    )

    class Meta:
        """Newest first; answered by somebody else, at a time, or not at all."""

        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="break_glass_answered_by_and_at_together",
                condition=models.Q(answered_by=None, answered_at=None)
                | models.Q(answered_by__isnull=False, answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="break_glass_takes_two_people",
                condition=models.Q(answered_by=None)
                | ~models.Q(answered_by=models.F("asked_by")),
            ),
            models.CheckConstraint(
                name="break_glass_opens_only_when_answered",
                condition=models.Q(closes_at=None)
                | models.Q(closes_at__gt=models.F("answered_at")),
            ),
        )

    def __str__(self) -> str:
        """Return its number."""
        return f"{self.pk}"

    @property
    def state(self) -> BreakGlassState:
        """Return how it stands now."""
        now = timezone.now()
        if self.answered_at is None:
            waits = now < self.asked_at + settings.BREAK_GLASS_WAITS
            return BreakGlassState.WAITING if waits else BreakGlassState.LAPSED
        if self.closes_at is None:
            return BreakGlassState.REFUSED
        if self.closed_at is None and now < self.closes_at:
            return BreakGlassState.OPEN
        return BreakGlassState.CLOSED

    @property
    def is_open(self) -> bool:
        """Say whether it opens the survey now."""
        return self.state == BreakGlassState.OPEN

    @property
    def is_waiting(self) -> bool:
        """Say whether it waits for the second person."""
        return self.state == BreakGlassState.WAITING
