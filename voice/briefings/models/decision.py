"""What a meeting of the board agreed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.briefings.enums import DecisionState
from voice.briefings.models.meeting import Meeting
from voice.council.enums import BASE_LANGUAGE
from voice.statement.models import KeyTheme


class Decision(models.Model):
    """What a meeting of the board agreed: what, whose, by when; it comes back.

    Its words stay as they were recorded; only how it ended is added, once. `told` is
    the same in words for young people, by language; empty while they are not told.
    """

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="decisions"
    )
    key_theme = models.ForeignKey(
        KeyTheme,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        verbose_name=_("key theme"),
    )
    what = models.CharField(_("what was agreed"), max_length=300)
    owner_title = models.CharField(
        _("owner"), max_length=200, help_text=_("A job title, never a name.")
    )
    due_on = models.DateField(_("by"))
    state = models.CharField(
        max_length=10, choices=DecisionState, default=DecisionState.OPEN, editable=False
    )
    done_on = models.DateField(_("ended on"), null=True, blank=True)
    came_of_it = models.CharField(_("what came of it"), max_length=500, blank=True)
    told = models.JSONField(default=dict, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """By date; what ended says when and what came of it."""

        ordering = ("due_on", "id")
        verbose_name = _("decision")
        constraints = (
            models.CheckConstraint(
                name="decision_ended_says_when_and_what_came_of_it",
                condition=models.Q(
                    state=DecisionState.OPEN, done_on=None, came_of_it=""
                )
                | models.Q(
                    state__in=sorted(DecisionState.ended()),
                    done_on__isnull=False,
                    came_of_it__gt="",
                ),
            ),
        )

    def __str__(self) -> str:
        """Return what was agreed."""
        return self.what

    @property
    def is_open(self) -> bool:
        """Say whether it still comes back."""
        return self.state == DecisionState.OPEN

    def told_in(self, language: str) -> tuple[str, str]:
        """Return it in words for young people, and their language.

        In `language`, or else the base one, or else any; two empty words while they
        are not told.
        """
        for code in (language, BASE_LANGUAGE, *sorted(self.told)):
            if said := self.told.get(code):
                return said, code
        return "", ""

    def days_late(self, on: date) -> int:
        """Return by how many days it is late on that day; 0 when it is not."""
        return max((on - self.due_on).days, 0) if self.is_open else 0
