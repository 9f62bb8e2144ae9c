"""A time in which somebody is away."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Absence(models.Model):
    """Days, both included, on which somebody is away; their shifts are uncovered."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="absences",
        verbose_name=_("person"),
    )
    first_day = models.DateField(_("first day away"))
    last_day = models.DateField(_("last day away"))

    class Meta:
        """In the order of time."""

        ordering = ("first_day", "id")
        constraints = (
            models.CheckConstraint(
                name="absence_ends_on_or_after_its_start",
                condition=models.Q(last_day__gte=models.F("first_day")),
                violation_error_message=_(
                    "The last day away cannot come before the first."
                ),
            ),
        )

    def __str__(self) -> str:
        """Return who and when."""
        return f"{self.user} {self.first_day} – {self.last_day}"
