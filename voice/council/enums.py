"""Colours, age bands, languages and what keys are for."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Colour(TextChoices):
    """The house's colours, by token; one for each consultation."""

    TEAL = "teal", _("Teal")
    PLUM = "plum", _("Plum")
    INDIGO = "indigo", _("Indigo")
    RUST = "rust", _("Rust")
    MOSS = "moss", _("Moss")


class AgeBand(TextChoices):
    """The age bands a survey can be worded for (Bright Spots' four)."""

    YOUNGEST = "4-7", _("4 to 7")
    PRIMARY = "8-11", _("8 to 11")
    SECONDARY = "11-17", _("11 to 17")
    LEAVING = "16-25", _("16 to 25")


class KeyPurpose(TextChoices):
    """What a data key seals (DESIGN.md section 9)."""

    RAW = "raw", _("What a child wrote")
    KEPT = "kept", _("Redacted, approved text")
    SAFEGUARDING = "safeguarding", _("Concerns")


class Weekday(IntegerChoices):
    """Days of the week, as Python numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


BASE_LANGUAGE = "en"
RIGHT_TO_LEFT = frozenset({"ur", "ar", "fa", "ps", "ckb"})
