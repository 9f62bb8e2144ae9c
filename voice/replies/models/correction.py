"""What we put right of a reply that young people had read."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.replies.models.reply import Reply


class Correction(models.Model):
    """A dated note that puts a published reply right; the reply stays as it was read."""

    reply = models.ForeignKey(
        Reply, on_delete=models.PROTECT, related_name="corrections"
    )
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("what we put right"), max_length=500)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """The newest first."""

        ordering = ("-at", "-pk")
        verbose_name = _("correction of a reply")
        constraints = (
            models.CheckConstraint(
                name="correction_says_something", condition=models.Q(text__gt="")
            ),
        )

    def __str__(self) -> str:
        """Return what was put right."""
        return self.text
