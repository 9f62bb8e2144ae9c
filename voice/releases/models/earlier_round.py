"""What was told of a round that was asked with another tool."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey
from voice.releases.enums import ReleaseKind


class RoundIsImmutable(Exception):
    """An earlier round is brought in or taken out, never changed."""

    def __init__(self) -> None:
        super().__init__(_("An earlier round cannot be changed once it is kept."))


class EarlierRound(models.Model):
    """A round asked with another tool, protected on its way in, with its source.

    `tables` has the shape of voice.releases.logic.tables.Tables: the true numbers are
    not kept. It stands beside the survey whose questions and themes it was told by.
    """

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="earlier_rounds"
    )
    title = models.CharField(max_length=200)
    source = models.CharField(
        max_length=200, help_text="The tool or file its numbers came from."
    )
    held_on = models.DateField(help_text="The day it closed on.")
    kind = models.CharField(max_length=10, choices=ReleaseKind)
    tables = models.JSONField()
    content_hash = models.CharField(max_length=64)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The oldest first; one of a name and a day, once the same."""

        ordering = ("held_on", "pk")
        constraints = (
            models.UniqueConstraint(
                name="earlier_round_name_once_a_survey", fields=("survey", "title")
            ),
            models.UniqueConstraint(
                name="earlier_round_day_once_a_survey", fields=("survey", "held_on")
            ),
        )

    def __str__(self) -> str:
        """Return what it was called."""
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new one; raises RoundIsImmutable for one that exists."""
        if not self._state.adding:
            raise RoundIsImmutable
        super().save(*args, **kwargs)

    @property
    def is_words_only(self) -> bool:
        """Say whether it tells words alone."""
        return self.kind == ReleaseKind.WORDS_ONLY
