"""A day on which the board meets."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Meeting(models.Model):
    """A meeting of the board: what it is called, and its day.

    “Since last time” on the board's pages counts from the last one that was held.
    """

    name = models.CharField(_("name"), max_length=200)
    on = models.DateField(_("day"), unique=True)
    is_cancelled = models.BooleanField(default=False, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-on",)
        verbose_name = _("meeting")

    def __str__(self) -> str:
        """Return the name."""
        return self.name
