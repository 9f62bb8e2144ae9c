"""How a promise gets on, as those who keep it write it down."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.council.enums import BASE_LANGUAGE
from voice.replies.models.promise import Promise


class PromiseNote(models.Model):
    """What was done for a promise, in a few words for staff.

    `told` is the same in words for young people, by language; empty where they are not
    told. `shown_at` is the address of what shows it was done, for everybody.
    """

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="notes")
    text = models.CharField(_("what was done"), max_length=500)
    told = models.JSONField(default=dict, blank=True, editable=False)
    shown_at = models.URLField(
        _("where anybody can see it"),
        blank=True,
        validators=(URLValidator(schemes=("https",)),),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first; never empty."""

        ordering = ("-at", "-id")
        verbose_name = _("progress note")
        constraints = (
            models.CheckConstraint(
                name="promise_note_says_something", condition=models.Q(text__gt="")
            ),
        )

    def __str__(self) -> str:
        """Return the note."""
        return self.text

    def told_in(self, language: str) -> tuple[str, str]:
        """Return it in words for young people, and their language; "" where untold."""
        for code in (language, BASE_LANGUAGE, *sorted(self.told)):
            if said := self.told.get(code):
                return said, code
        return "", ""
