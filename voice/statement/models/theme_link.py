"""Which key theme of the statement a theme belongs to."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.statement.models.key_theme import KeyTheme
from voice.themes.models import Theme


class ThemeLink(models.Model):
    """What children say (a theme) belongs to a key theme of the statement.

    People choose it when they word the theme. It claims nothing: that a key theme was
    spoken of is said by evidence, which cites a release.
    """

    theme = models.OneToOneField(
        Theme, on_delete=models.PROTECT, related_name="key_theme_link"
    )
    key_theme = models.ForeignKey(
        KeyTheme, on_delete=models.PROTECT, related_name="theme_links"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """By key theme, in the order they were made."""

        ordering = ("key_theme", "id")

    def __str__(self) -> str:
        """Return what is linked to what."""
        return f"{self.theme} → {self.key_theme}"
