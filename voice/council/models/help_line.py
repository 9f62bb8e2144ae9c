"""Somebody a young person can turn to now."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HelpLine(models.Model):
    """Somebody a young person can turn to now, shown on every page they see."""

    name = models.CharField(_("name"), max_length=100)
    number = models.CharField(_("telephone number"), max_length=30)
    about = models.CharField(
        _("about"), max_length=200, help_text=_("For example: free, day and night.")
    )
    youngest = models.PositiveSmallIntegerField(_("from age"), default=0)
    oldest = models.PositiveSmallIntegerField(_("to age"), default=25)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        """In the order the council chose."""

        ordering = ("position", "id")
        verbose_name = _("help line")
        constraints = (
            models.CheckConstraint(
                name="help_line_ages_in_order",
                condition=models.Q(youngest__lte=models.F("oldest")),
                violation_error_message=_("The first age must be the lower one."),
            ),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name
