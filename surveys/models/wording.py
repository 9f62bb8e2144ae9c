"""One part of a survey as shown to one age band in one language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.models.medium import Medium


class Wording(models.Model):
    """One part of a survey as shown to one age band in one language.

    `key` is a question's key, or empty for the survey's own words. `part` is
    prompt, help, low, high, option.KEY; title, introduction or thanks for the
    survey's own. An empty `age_band` serves every band without its own wording.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.CASCADE, related_name="wordings"
    )
    key = models.CharField(_("question"), max_length=40, blank=True)
    part = models.CharField(_("part"), max_length=60)
    age_band = models.CharField(_("age band"), max_length=10, blank=True)
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(_("words"), blank=True)
    picture = models.ForeignKey(
        Medium, null=True, on_delete=models.PROTECT, related_name="+"
    )
    picture_alt = models.CharField(
        _("what the picture shows"), max_length=200, blank=True
    )
    sound = models.ForeignKey(
        Medium, null=True, on_delete=models.PROTECT, related_name="+"
    )
    said = models.TextField(
        _("what the recording says"),
        blank=True,
        help_text="The words that were recorded; others now mean record it again.",
    )
    base = models.TextField(
        _("base wording then"),
        blank=True,
        help_text="The base wording this was written from; another now means stale.",
    )

    class Meta:
        """One text for each part, band and language."""

        ordering = ("survey", "language", "age_band", "key", "part")
        constraints = (
            models.UniqueConstraint(
                name="wording_one_a_part_band_and_language",
                fields=("survey", "key", "part", "age_band", "language"),
            ),
            models.CheckConstraint(
                name="wording_holds_something",
                condition=~models.Q(text="", picture=None, sound=None),
            ),
        )

    def __str__(self) -> str:
        """Return the words."""
        return self.text
