"""Which survey asks young people whether a promise was kept."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey
from voice.replies.models.promise import Promise


class PromiseSurvey(models.Model):
    """The survey that asks “Did we keep our promise?” of one promise."""

    promise = models.OneToOneField(
        Promise, on_delete=models.PROTECT, related_name="asked_back"
    )
    survey = models.OneToOneField(
        Survey, on_delete=models.PROTECT, related_name="promise_asked"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first."""

        ordering = ("-asked_at", "-id")
        verbose_name = _("survey of a promise")
        verbose_name_plural = _("surveys of promises")

    def __str__(self) -> str:
        """Return which survey it is."""
        return str(self.survey)
