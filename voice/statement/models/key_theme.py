"""One of the statement's key themes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.statement.models.statement import Statement


class KeyTheme(models.Model):
    """One of the statement's key themes, six by default."""

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
