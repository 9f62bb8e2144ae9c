"""Somebody a young person can turn to now."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from voice.council.enums import BASE_LANGUAGE


class HelpLine(models.Model):
    """Somebody a young person can turn to now, shown on every page they see."""

    name = models.CharField(_("name"), max_length=100)
    number = models.CharField(_("telephone number"), max_length=30)
    about = models.CharField(
        _("about"), max_length=200, help_text=_("For example: free, day and night.")
    )
    about_in = models.JSONField(
        _("about, in other languages"), default=dict, blank=True
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

    @property
    def language(self) -> str:
        """Return the language of `told`: the reader's where it is written in it."""
        reader = get_language() or BASE_LANGUAGE
        return reader if self.about_in.get(reader) else BASE_LANGUAGE

    @property
    def told(self) -> str:
        """Return what is said about it, in the reader's language where it is."""
        told: str = self.about_in.get(self.language) or self.about
        return told
