"""How a promise gets on, as those who keep it write it down."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.replies.models.promise import Promise


class PromiseNote(models.Model):
    """What was done for a promise, in a few words; for staff, never for the page."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="notes")
    text = models.CharField(_("what was done"), max_length=500)
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
