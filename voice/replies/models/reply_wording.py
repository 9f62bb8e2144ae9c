"""A reply as one language reads it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.replies.models.reply import Reply


class ReplyWording(models.Model):
    """A reply as it reads in one language."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=10)
    you_said = models.TextField(_("you said"))
    we_did = models.TextField(_("we did"), blank=True)
    we_will = models.TextField(_("we will"), blank=True)
    we_will_not = models.TextField(_("we will not, and why"), blank=True)
    next = models.TextField(_("next"))
    thanks = models.TextField(_("thank you"), blank=True)

    class Meta:
        """One a language."""

        verbose_name = _("reply wording")
        constraints = (
            models.UniqueConstraint(
                name="reply_wording_one_a_language", fields=("reply", "language")
            ),
        )

    def __str__(self) -> str:
        """Return the language."""
        return self.language
