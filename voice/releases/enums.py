"""Kinds and states of a release."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReleaseKind(TextChoices):
    """Figures protected by 10/5, or words only."""

    FIGURES = "figures", _("Figures")
    WORDS_ONLY = "words_only", _("Words only")


class ReleaseState(TextChoices):
    """Whether two people have signed."""

    PROPOSED = "proposed", _("Waiting for a second signature")
    ISSUED = "issued", _("Issued")
    DROPPED = "dropped", _("Dropped before it was issued")
