"""An area for improvement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.statement.models.key_theme import KeyTheme


class Area(models.Model):
    """An area for improvement under a key theme, with where it comes from."""

    key_theme = models.ForeignKey(
        KeyTheme, on_delete=models.PROTECT, related_name="areas"
    )
    number = models.CharField(_("number"), max_length=10)
    title = models.CharField(_("title"), max_length=300)
    source = models.CharField(
        _("source"),
        max_length=300,
        help_text=_("An inspection recommendation with its date, or “Ours”."),
    )

    class Meta:
        """By number, each once."""

        ordering = ("key_theme", "number")
        verbose_name = _("area for improvement")
        constraints = (
            models.UniqueConstraint(
                name="area_number_once_a_key_theme", fields=("key_theme", "number")
            ),
        )

    def __str__(self) -> str:
        """Return number and title."""
        return f"{self.number} {self.title}"
