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


class ExportState(TextChoices):
    """Where a file of all answers of a survey is."""

    WAITING = "waiting", _("Waiting to be made")
    MAKING = "making", _("Being made")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Could not be made")
    EXPIRED = "expired", _("Its time was over")
    DROPPED = "dropped", _("Destroyed by who asked for it")
    OUT_OF_DATE = "out_of_date", _("Destroyed: somebody took something back")

    @classmethod
    def in_hand(cls) -> frozenset["ExportState"]:
        """Return the states in which it will be ready soon."""
        return frozenset({cls.WAITING, cls.MAKING})

    @classmethod
    def standing(cls) -> frozenset["ExportState"]:
        """Return the states in which some of it may be there."""
        return cls.in_hand() | {cls.READY}
