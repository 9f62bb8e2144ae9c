"""What children said that bears on the statement, frozen as it was cited."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.releases.models import Quote, Release
from voice.statement.enums import EvidenceKind, Stance
from voice.statement.models.action import Action
from voice.statement.models.key_theme import KeyTheme


class EvidenceIsFrozen(Exception):
    """Evidence never changes; add another piece instead."""


class Evidence(models.Model):
    """A dated link from a theme, result or quote of a release to the statement.

    `frozen` holds what is cited as it stood: words, protected figures, question,
    survey, consultation and how many answered; see voice.statement.domain.evidence.
    An action's evidence is also its key theme's.
    """

    key_theme = models.ForeignKey(
        KeyTheme, on_delete=models.PROTECT, related_name="evidence"
    )
    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence",
        help_text="Empty when it bears on the whole key theme.",
    )
    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=10, choices=EvidenceKind)
    stance = models.CharField(max_length=20, choices=Stance, default=Stance.SUPPORTS)
    quote = models.ForeignKey(
        Quote, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    frozen = models.JSONField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first; a quote exactly when the kind says so."""

        ordering = ("-added_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="evidence_cites_a_quote_when_it_says_so",
                condition=models.Q(kind=EvidenceKind.QUOTE, quote__isnull=False)
                | (~models.Q(kind=EvidenceKind.QUOTE) & models.Q(quote=None)),
            ),
        )

    def __str__(self) -> str:
        """Return the kind and the release it cites."""
        return f"{self.get_kind_display()} from {self.release}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save new evidence; raises EvidenceIsFrozen for a row that exists."""
        if not self._state.adding:
            raise EvidenceIsFrozen("Evidence cannot be changed once it is added.")
        super().save(*args, **kwargs)
