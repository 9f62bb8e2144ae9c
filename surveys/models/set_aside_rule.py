"""A rule by which responses are set aside, and what it did."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.enums import SetAsideKind
from surveys.models.response import Response

TIMED = SetAsideKind.TOO_QUICK


class SetAsideRule(models.Model):
    """By what hoaxes and duplicates of one survey are known; declared with a reason.

    Never changed: another number is another rule. It takes whatever matches, now and
    later, and taking it back counts all of it again.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="set_aside_rules"
    )
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=SetAsideKind)
    least = models.PositiveSmallIntegerField(
        null=True, help_text="How many alike; or, for quick ones, nothing."
    )
    seconds = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=300)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declared_at = models.DateTimeField(default=timezone.now, editable=False)
    looked_at = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="SHA-256 of the ids of the responses it was last applied to.",
    )
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True)
    taken_back_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """In the order declared; a rule has the one number it needs."""

        ordering = ("survey", "version")
        constraints = (
            models.UniqueConstraint(
                name="set_aside_rule_version_once_a_survey",
                fields=("survey", "version"),
            ),
            models.CheckConstraint(
                name="set_aside_rule_has_its_number",
                condition=models.Q(
                    kind=TIMED, least=None, seconds__isnull=False, seconds__gt=0
                )
                | (
                    ~models.Q(kind=TIMED)
                    & models.Q(least__isnull=False, least__gt=1, seconds=None)
                ),
            ),
            models.CheckConstraint(
                name="set_aside_rule_taken_back_whole_or_not",
                condition=models.Q(
                    taken_back_by=None, taken_back_at=None, taken_back_why=""
                )
                | models.Q(
                    taken_back_by__isnull=False,
                    taken_back_at__isnull=False,
                    taken_back_why__gt="",
                ),
            ),
        )

    def __str__(self) -> str:
        """Return kind and version."""
        return f"{self.get_kind_display()} ({self.version})"

    @property
    def is_in_force(self) -> bool:
        """Say whether it was not taken back."""
        return self.taken_back_at is None


class SetAside(models.Model):
    """That one rule sets one response aside; it counts again when no rule does."""

    rule = models.ForeignKey(
        SetAsideRule, on_delete=models.PROTECT, related_name="set_asides"
    )
    response = models.ForeignKey(
        Response, on_delete=models.PROTECT, related_name="set_asides"
    )

    class Meta:
        """Once a rule and response."""

        constraints = (
            models.UniqueConstraint(
                name="set_aside_once_a_rule_and_response", fields=("rule", "response")
            ),
        )

    def __str__(self) -> str:
        """Return the response's random id."""
        return str(self.response_id)


class SetAsideRun(models.Model):
    """One time a rule was applied or taken back: who, when, how many."""

    rule = models.ForeignKey(
        SetAsideRule, on_delete=models.PROTECT, related_name="runs"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when the machine applied it to what came later.",
    )
    responses = models.PositiveIntegerField()
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return how many."""
        return str(self.responses)
