"""One of the statement's key themes."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.statement.models.statement import Statement


class KeyThemeStays(Exception):
    """A key theme is never deleted: questions that were asked name it for good."""

    def __init__(self) -> None:
        super().__init__(
            _("A key theme stays: questions may be linked to it. Change its title.")
        )


class KeyThemeQuerySet(models.QuerySet["KeyTheme"]):
    """Reads and changes key themes; deletes none."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: raises KeyThemeStays."""
        raise KeyThemeStays


class KeyTheme(models.Model):
    """One of the statement's key themes, six by default.

    A question of a survey names it by its id, in an edition that never changes. No
    foreign key holds such a link, so a key theme is never deleted.
    """

    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="key_themes"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    headline = models.ForeignKey(
        "statement.Evidence",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The quote its board page opens with; empty: its newest quote.",
    )

    objects = KeyThemeQuerySet.as_manager()

    class Meta:
        """By number, each once."""

        ordering = ("statement", "number")
        verbose_name = _("key theme")
        constraints = (
            models.UniqueConstraint(
                name="key_theme_number_once_a_statement",
                fields=("statement", "number"),
            ),
        )

    def __str__(self) -> str:
        """Return number and title."""
        return f"{self.number} {self.title}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: raises KeyThemeStays."""
        raise KeyThemeStays
