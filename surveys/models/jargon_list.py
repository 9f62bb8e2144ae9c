"""Words of workers that young people should not be asked with."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JargonList(models.Model):
    """The council's own list of workers' words in one language, a term a line.

    Each line may go on, after a colon, with what to say instead. A language without
    a row has the list that came with Voice (surveys.logic.jargon_terms).
    """

    language = models.CharField(_("language"), max_length=10, unique=True)
    lines = models.TextField(_("words"), blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """By language."""

        ordering = ("language",)

    def __str__(self) -> str:
        """Return the language."""
        return self.language
