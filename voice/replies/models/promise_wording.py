"""A promise in another language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.replies.models.promise import Promise


class PromiseWording(models.Model):
    """A promise as it reads in a language other than the base one."""

    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, related_name="wordings"
    )
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("what we promise"), max_length=300)
    owner_title = models.CharField(_("owner"), max_length=200, blank=True)
    reason = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        """One a language."""

        verbose_name = _("promise wording")
        constraints = (
            models.UniqueConstraint(
                name="promise_wording_one_a_language", fields=("promise", "language")
            ),
        )

    def __str__(self) -> str:
        """Return the words."""
        return self.text
