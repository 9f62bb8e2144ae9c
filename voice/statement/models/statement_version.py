"""The whole plan as it was adopted, frozen."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.statement.models.statement import Statement

FROZEN = "A version of the statement that was adopted cannot be changed."


class VersionIsFrozen(Exception):
    """A version never changes; adopt the next one."""


class StatementVersionQuerySet(models.QuerySet["StatementVersion"]):
    """Reads versions; changes none."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: raises VersionIsFrozen."""
        raise VersionIsFrozen(FROZEN)

    def delete(self) -> NoReturn:
        """Refuse: raises VersionIsFrozen."""
        raise VersionIsFrozen(FROZEN)


class StatementVersion(models.Model):
    """The whole statement as a body of the council adopted it, numbered and frozen.

    `plan` has the shape of voice.statement.logic.plan.Plan; `content_hash` is its
    SHA-256, with what the version is called, so that a change from outside is seen.
    """

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

    objects = StatementVersionQuerySet.as_manager()

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new version; raises VersionIsFrozen for one that exists."""
        if not self._state.adding:
            raise VersionIsFrozen(FROZEN)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: raises VersionIsFrozen."""
        raise VersionIsFrozen(FROZEN)
