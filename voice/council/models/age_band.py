"""An age band: whom a question may be meant for."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

OLDEST = (MaxValueValidator(30),)


class AgeBand(models.Model):
    """Ages a survey can be worded for; bands may overlap, and people choose one.

    `key` is how answers, wordings and editions know it, and never changes. The four
    of a new house are Bright Spots' (PRACTICE.md).
    """

    key = models.CharField(max_length=10, primary_key=True, editable=False)
    name = models.CharField(
        gettext_lazy("name"),
        max_length=40,
        blank=True,
        help_text=gettext_lazy(
            "What staff call it, as “primary”. Young people read the ages alone."
        ),
    )
    youngest = models.PositiveSmallIntegerField(
        gettext_lazy("from age"), validators=OLDEST
    )
    oldest = models.PositiveSmallIntegerField(gettext_lazy("to age"), validators=OLDEST)
    is_offered = models.BooleanField(
        gettext_lazy("offered to new surveys"),
        default=True,
        help_text=gettext_lazy("Surveys that already ask it keep it."),
    )

    class Meta:
        """By age."""

        ordering = ("youngest", "oldest", "key")
        verbose_name = gettext_lazy("age band")
        constraints = (
            models.CheckConstraint(
                name="age_band_ages_in_order",
                condition=models.Q(youngest__lte=models.F("oldest")),
                violation_error_message=gettext_lazy(
                    "The first age must be the lower one."
                ),
            ),
            models.UniqueConstraint(
                name="age_band_of_the_same_ages_once",
                fields=("youngest", "oldest"),
                violation_error_message=gettext_lazy(
                    "There is an age band of these ages already."
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the ages, and what staff call them."""
        return f"{self.ages} ({self.name})" if self.name else self.ages

    @property
    def ages(self) -> str:
        """Return the ages, as young people read them."""
        return _("%(youngest)s to %(oldest)s") % {
            "youngest": self.youngest,
            "oldest": self.oldest,
        }
