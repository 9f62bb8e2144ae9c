"""What results may be broken down by, besides questions that ask who they are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Breakdown(TextChoices):
    """What a release may be broken down by, one at a time."""

    AGE_BAND = "age_band", _("Age band")
    LANGUAGE = "language", _("Language")
    COMPANY = "company", _("Who was with them")
    WAY_IN = "way_in", _("Way in")
