"""That somebody said yes to showing a briefing to everybody."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.briefings.models.briefing import Briefing


class Publication(models.Model):
    """That the public part of an issued briefing may be read by everybody: who said so.

    Never by itself: somebody looked at that part and said yes. Taken back, it keeps by
    whom, when and why, and another yes is another row.
    """

    briefing = models.ForeignKey(
        Briefing, on_delete=models.PROTECT, related_name="publications"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        """Newest first; one that stands a briefing, ended whole or not at all."""

        ordering = ("-at", "-pk")
        verbose_name = _("publication of a briefing")
        verbose_name_plural = _("publications of briefings")
        constraints = (
            models.UniqueConstraint(
                name="publication_one_that_stands_a_briefing",
                fields=("briefing",),
                condition=models.Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="publication_ended_whole_or_not",
                condition=models.Q(ended_by=None, ended_at=None, ended_why="")
                | models.Q(
                    ended_by__isnull=False, ended_at__isnull=False, ended_why__gt=""
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the briefing."""
        return str(self.briefing)
