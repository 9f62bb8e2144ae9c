"""How we will know an action worked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import Direction
from voice.statement.models.action import Action


class Measure(models.Model):
    """How we will know an action worked: what is measured, from what, to what."""

    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="measures"
    )
    title = models.CharField(_("what is measured"), max_length=200)
    baseline = models.CharField(_("start"), max_length=50)
    target = models.CharField(_("goal"), max_length=50)
    unit = models.CharField(
        _("unit"),
        max_length=20,
        blank=True,
        help_text=_("For example: %, days, children. Empty when the values say it."),
    )
    direction = models.CharField(
        _("what is better"),
        max_length=10,
        choices=Direction,
        default=Direction.MORE,
    )

    class Meta:
        """In the order they were written."""

        ordering = ("action", "id")
        verbose_name = _("measure")

    def __str__(self) -> str:
        """Return what is measured."""
        return self.title
