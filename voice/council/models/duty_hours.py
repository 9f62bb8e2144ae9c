"""When somebody is there to read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import Weekday
from voice.hours import hour


class DutyHours(models.Model):
    """The hours of one weekday in which somebody is there to read."""

    weekday = models.PositiveSmallIntegerField(
        _("weekday"), choices=Weekday, unique=True
    )
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))

    class Meta:
        """Monday first."""

        ordering = ("weekday",)
        verbose_name = _("duty hours")
        verbose_name_plural = _("duty hours")
        constraints = (
            models.CheckConstraint(
                name="duty_hours_end_after_start",
                condition=models.Q(ends__gt=models.F("starts")),
                violation_error_message=_("They must end after they start."),
            ),
        )

    def __str__(self) -> str:
        """Return the day and its hours."""
        return f"{self.get_weekday_display()} {hour(self.starts)} to {hour(self.ends)}"
