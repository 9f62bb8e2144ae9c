"""A day on which nobody is on duty."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Holiday(models.Model):
    """A day on which nobody is on duty, bank holidays included."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        """In the order of the year."""

        ordering = ("day",)
        verbose_name = _("holiday")

    def __str__(self) -> str:
        """Return the name."""
        return self.name
