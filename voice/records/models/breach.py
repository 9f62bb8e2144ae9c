"""Something that went wrong with personal data, or nearly did."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.records.enums import BreachKind, Reporting

# UK GDPR, article 33(1).
CLOCK = timedelta(hours=72)


class Breach(models.Model):
    """Something that went wrong with personal data, or nearly did; never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=BreachKind)
    known_at = models.DateTimeField(_("when we came to know"))
    what = models.TextField(
        _("what happened"), help_text=_("No name, and nothing a young person wrote.")
    )
    whom = models.TextField(
        _("whom it touches, and about how many"),
        help_text=_("Kinds of people and of data, not who."),
    )
    harm = models.TextField(_("what it may lead to"))
    done = models.TextField(_("what we did about it"), blank=True)
    told = models.TextField(
        _("who was told, and when"),
        blank=True,
        help_text=_("The young people themselves, where it may harm them; carers."),
    )
    reporting = models.CharField(
        _("telling the Information Commissioner"),
        max_length=12,
        choices=Reporting,
        default=Reporting.UNDECIDED,
    )
    why = models.TextField(_("why that was decided"), blank=True)
    reference = models.CharField(_("their reference"), max_length=100, blank=True)
    decided_at = models.DateTimeField(null=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; a decision has its time and its reason."""

        ordering = ("-known_at", "-entered_at")
        verbose_name_plural = "breaches"
        constraints = (
            models.CheckConstraint(
                name="breach_decided_with_time_and_reason",
                condition=models.Q(reporting=Reporting.UNDECIDED, decided_at=None)
                | (
                    ~models.Q(reporting=Reporting.UNDECIDED)
                    & models.Q(decided_at__isnull=False, why__gt="")
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

    @property
    def report_by(self) -> datetime:
        """Return when the 72 hours are over."""
        return self.known_at + CLOCK

    @property
    def is_clock_running(self) -> bool:
        """Say whether somebody still has to decide about telling."""
        return self.kind == BreachKind.BREACH and self.reporting == Reporting.UNDECIDED

    @property
    def is_overdue(self) -> bool:
        """Say whether the 72 hours went by undecided."""
        return self.is_clock_running and timezone.now() > self.report_by
