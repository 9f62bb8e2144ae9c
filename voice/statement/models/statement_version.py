"""The whole plan as it was adopted, frozen."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.frozen_rows import FrozenQuerySet, FrozenRow
from voice.statement.models.statement import Statement


class VersionIsFrozen(Exception):
    """A version never changes; adopt the next one."""

    def __init__(self) -> None:
        super().__init__(
            "A version of the statement that was adopted cannot be changed."
        )


class StatementVersion(FrozenRow):
    """The whole statement as a body of the council adopted it, numbered and frozen.

    `plan` has the shape of voice.statement.logic.plan.Plan; `content_hash` is its
    SHA-256, with what the version is called, so that a change from outside is seen.
    """

    refusal = VersionIsFrozen

    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("what this version is called"), max_length=100)
    body = models.CharField(_("who adopted it"), max_length=200)
    adopted_on = models.DateField(_("adopted on"))
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who wrote here that it was adopted.",
    )
    adopted_at = models.DateTimeField(default=timezone.now)
    plan = models.JSONField()
    content_hash = models.CharField(max_length=64)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        """Newest first, each number once."""

        ordering = ("statement", "-number")
        constraints = (
            models.UniqueConstraint(
                name="statement_version_number_once", fields=("statement", "number")
            ),
        )

    def __str__(self) -> str:
        """Return the number and what it is called."""
        return f"{self.number} {self.name}"
