"""Kinds of things that go wrong, and what is decided about telling."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BreachKind(TextChoices):
    """Whether it happened or nearly did."""

    BREACH = "breach", _("Breach")
    NEAR_MISS = "near_miss", _("Near miss")


class Reporting(TextChoices):
    """Whether the Information Commissioner is told (UK GDPR, article 33)."""

    UNDECIDED = "undecided", _("Not decided yet")
    REPORTED = "reported", _("Reported to the Information Commissioner")
    NOT_NEEDED = "not_needed", _("No need to report: no risk to anybody is likely")
