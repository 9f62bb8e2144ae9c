"""A published, immutable, numbered version of a survey."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class EditionIsImmutable(Exception):
    """An edition never changes; publish the next one."""


class EditionQuerySet(models.QuerySet["Edition"]):
    """Reads editions; changes none."""

    def update(self, **fields: Any) -> int:
        """Refuse: raises EditionIsImmutable."""
        raise EditionIsImmutable("A published edition cannot be changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: raises EditionIsImmutable."""
        raise EditionIsImmutable("A published edition cannot be deleted.")


class Edition(models.Model):
    """A published, immutable, numbered version of a survey.

    `definition` has the shape of surveys.logic.definition.Definition.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveIntegerField()
    definition = models.JSONField()
    content_hash = models.CharField(max_length=64)
    blocks = models.JSONField(
        default=dict,
        help_text="Key of each of the editor's block ids; serves the editor only.",
    )
    published_at = models.DateTimeField(default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when the schedule published it.",
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="edition_number_once_a_survey", fields=("survey", "number")
            ),
        )

    def __str__(self) -> str:
        """Return survey and number."""
        return f"{self.survey} · edition {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new edition; raises EditionIsImmutable for one that exists."""
        if not self._state.adding:
            raise EditionIsImmutable("A published edition cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: raises EditionIsImmutable."""
        raise EditionIsImmutable("A published edition cannot be deleted.")
