"""A sentence for the board that young editors are asked about."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.statement.models import KeyTheme


class ProposedHeadline(models.Model):
    """A sentence proposed for a key theme's page, before young editors said yes.

    The board never sees it. It is put otherwise as often as they ask; once they said
    yes, a Headline is made of it.
    """

    key_theme = models.OneToOneField(
        KeyTheme, on_delete=models.PROTECT, related_name="proposed_headline"
    )
    sentence = models.CharField(_("the sentence, in English"), max_length=200)
    wordings = models.JSONField(default=dict)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order of the key themes."""

        ordering = ("key_theme__number",)
        verbose_name = _("proposed headline")

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
