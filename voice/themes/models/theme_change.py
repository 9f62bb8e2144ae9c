"""What became of a theme, and how it was worded before."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.themes.enums import ChangeKind
from voice.themes.models.theme import Theme


class ThemeChange(models.Model):
    """One step in the history of a theme; `before` and `after` hold what changed.

    Both are objects of field names to values; other themes stand by their ids.
    """

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=ChangeKind)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")

    def __str__(self) -> str:
        """Return what became of it."""
        return str(self.get_kind_display())
