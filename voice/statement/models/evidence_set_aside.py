"""That a piece of evidence counts no more, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.statement.models.evidence import Evidence


class EvidenceSetAside(models.Model):
    """That a piece of evidence was set aside: by whom, when and why.

    Evidence itself never changes. It stays where it was and says so, and nothing is
    told from it or rests on it any more.
    """

    evidence = models.OneToOneField(
        Evidence, on_delete=models.PROTECT, related_name="set_aside"
    )
    reason = models.CharField(_("why"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first; never without a reason."""

        ordering = ("-at", "-id")
        verbose_name_plural = "evidence set aside"
        constraints = (
            models.CheckConstraint(
                name="evidence_set_aside_says_why", condition=models.Q(reason__gt="")
            ),
        )

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason
