"""An area for improvement."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import SourceKind
from voice.statement.models.key_theme import KeyTheme
from voice.statement.models.withdrawn import Withdrawn, whole_withdrawal


class Area(Withdrawn):
    """An area for improvement under a key theme, with where it comes from."""

    key_theme = models.ForeignKey(
        KeyTheme, on_delete=models.PROTECT, related_name="areas"
    )
    number = models.CharField(_("number"), max_length=10)
    title = models.CharField(_("title"), max_length=300)
    source_kind = models.CharField(
        _("where it comes from"),
        max_length=20,
        choices=SourceKind,
        default=SourceKind.OURS,
    )
    inspection = models.CharField(
        _("which inspection"),
        max_length=300,
        blank=True,
        help_text=_("For example: Inspection of children’s services."),
    )
    recommendation = models.CharField(
        _("number of the recommendation"), max_length=20, blank=True
    )
    inspected_on = models.DateField(
        _("date of its report"),
        null=True,
        blank=True,
    )

    class Meta:
        """By number, each once."""

        ordering = ("key_theme", "number")
        verbose_name = _("area for improvement")
        constraints = (
            models.UniqueConstraint(
                name="area_number_once_a_key_theme", fields=("key_theme", "number")
            ),
            models.CheckConstraint(
                name="area_source_fits_its_kind",
                condition=models.Q(
                    source_kind=SourceKind.OURS,
                    inspection="",
                    recommendation="",
                    inspected_on=None,
                )
                | models.Q(source_kind=SourceKind.RECOMMENDATION, inspection__gt=""),
            ),
            whole_withdrawal("area_withdrawn_by_somebody_with_a_reason"),
        )

    def __str__(self) -> str:
        """Return number and title."""
        return f"{self.number} {self.title}"

    @property
    def source(self) -> str:
        """Return where it comes from, in words."""
        if self.source_kind == SourceKind.OURS:
            return str(SourceKind.OURS.label)
        words = self.inspection
        if self.recommendation:
            words = gettext("%(inspection)s, recommendation %(number)s") % {
                "inspection": words,
                "number": self.recommendation,
            }
        if self.inspected_on:
            words = gettext("%(source)s, %(day)s") % {
                "source": words,
                "day": date_format(self.inspected_on, "j F Y"),
            }
        return words

    @property
    def source_is_whole(self) -> bool:
        """Say whether a recommendation has its number and date; what is ours needs none."""
        ours = self.source_kind == SourceKind.OURS
        return ours or bool(self.recommendation and self.inspected_on)
