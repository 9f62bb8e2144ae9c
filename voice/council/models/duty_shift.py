"""Who is on duty, from when to when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import DutyRole
from voice.hours import day_and_hour


class DutyShift(models.Model):
    """A stretch of time in which one safeguarding lead is on duty."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="duty_shifts",
        verbose_name=_("person"),
    )
    starts = models.DateTimeField(_("from"))
    ends = models.DateTimeField(_("to"))
    role = models.CharField(
        _("first or second"),
        max_length=10,
        choices=DutyRole,
        default=DutyRole.FIRST,
    )

    class Meta:
        """In the order of time, the first before the second."""

        ordering = ("starts", "role", "id")
        indexes = (models.Index(fields=("ends", "starts")),)
        constraints = (
            models.CheckConstraint(
                name="duty_shift_ends_after_start",
                condition=models.Q(ends__gt=models.F("starts")),
                violation_error_message=_("It must end after it starts."),
            ),
        )

    def __str__(self) -> str:
        """Return who and when, by local time."""
        return f"{self.user} {day_and_hour(self.starts)}"
