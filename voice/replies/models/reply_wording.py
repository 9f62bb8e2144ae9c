"""A reply as young people of some ages read it in one language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.replies.models.reply import Reply


class ReplyWording(models.Model):
    """A reply as it reads in one language, for the age bands it says.

    `age_bands` are keys of the council's age bands, youngest first. In a language each
    band reads one wording: voice.replies.domain.replies.word_reply sees to it.
    """

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=10)
    age_bands = models.JSONField(_("who reads it"), default=list)
    you_said = models.TextField(_("you said"))
    heard_from_few = models.TextField(_("what we heard from few"), blank=True)
    we_did = models.TextField(_("we did"), blank=True)
    we_will = models.TextField(_("we will"), blank=True)
    we_will_not = models.TextField(_("we will not"), blank=True)
    why_not = models.TextField(_("why not"), blank=True)
    next = models.TextField(_("next"))
    thanks = models.TextField(_("thank you"), blank=True)

    class Meta:
        """In the order they were begun."""

        ordering = ("pk",)
        verbose_name = _("reply wording")

    def __str__(self) -> str:
        """Return the language."""
        return self.language

    @property
    def is_from_no_release(self) -> bool:
        """Say whether its reply tells what happened, from no release."""
        return self.reply.is_from_no_release

    @property
    def of_few(self) -> bool:
        """Say whether its reply speaks from no release, as so few answers count."""
        return self.reply.of_few
