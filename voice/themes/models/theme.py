"""Something we hear children say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import Colour
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models.codebook import Codebook


class Theme(models.Model):
    """Something we hear children say, told in a sentence."""

    codebook = models.ForeignKey(
        Codebook, on_delete=models.PROTECT, related_name="themes"
    )
    name = models.CharField(_("name"), max_length=100)
    sentence = models.CharField(
        _("sentence"),
        max_length=300,
        help_text=_("For example: Young people say their worker keeps changing."),
    )
    include = models.TextField(_("include when"), blank=True)
    exclude = models.TextField(_("exclude when"), blank=True)
    example = models.TextField(_("example"), blank=True)
    colour = models.CharField(
        _("colour"), max_length=10, choices=Colour, default=Colour.INDIGO
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ThemeState, default=ThemeState.AGREED
    )
    kind = models.CharField(max_length=20, choices=ThemeKind, default=ThemeKind.THEME)
    heard_from_few = models.BooleanField(
        _("heard from few, kept"),
        default=False,
        help_text=_("Always told in words, never in digits."),
    )

    class Meta:
        """By name, one name a codebook; each fall-back once."""

        ordering = ("kind", "name")
        verbose_name = _("theme")
        constraints = (
            models.UniqueConstraint(
                name="theme_name_once_a_codebook",
                fields=("codebook", "name"),
                violation_error_message=_("There is a theme of this name already."),
            ),
            models.UniqueConstraint(
                name="theme_fall_back_once_a_codebook",
                fields=("codebook", "kind"),
                condition=~models.Q(kind=ThemeKind.THEME),
            ),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name
