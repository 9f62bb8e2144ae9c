"""Something we hear children say."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import Colour
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models.codebook import Codebook


class Theme(models.Model):
    """Something we hear children say, told in a sentence.

    `parent` is at most one level up. `merged_into` holds the tags of a theme that was
    merged and retired. `guid` names it in exchanged codebooks, and never changes.
    `wordings` says the sentence in other languages (voice.themes.logic.wordings).
    """

    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    codebook = models.ForeignKey(
        Codebook, on_delete=models.PROTECT, related_name="themes"
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("part of"),
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )
    name = models.CharField(_("name"), max_length=100)
    sentence = models.CharField(
        _("sentence"),
        max_length=300,
        help_text=_("For example: Young people say their worker keeps changing."),
    )
    wordings = models.JSONField(_("in other languages"), default=dict, blank=True)
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
            models.CheckConstraint(
                name="theme_is_not_its_own_parent",
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
            ),
            models.CheckConstraint(
                name="theme_merged_is_retired",
                condition=models.Q(merged_into=None)
                | models.Q(state=ThemeState.RETIRED),
            ),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name
