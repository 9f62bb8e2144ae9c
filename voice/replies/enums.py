"""States of a promise, and named sets of a consultation's."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from surveys.enums import ConsultationState

# Closed, and young people wait for us; then: they can read our reply.
OWING = frozenset(
    {
        ConsultationState.READING,
        ConsultationState.UNDERSTANDING,
        ConsultationState.OVERDUE,
    }
)
ANSWERED = frozenset({ConsultationState.REPLIED, ConsultationState.CHECKED})


class PromiseState(TextChoices):
    """How a promise stands, as its owner tells it; late is read from the date."""

    ON_TRACK = "on_track", _("On track")
    AT_RISK = "at_risk", _("At risk")
    KEPT = "kept", _("Kept")
    BROKEN = "broken", _("Broken")
    CHANGED = "changed", _("Changed")

    @classmethod
    def open(cls) -> frozenset["PromiseState"]:
        """Return the states in which something is still to be done."""
        return frozenset({cls.ON_TRACK, cls.AT_RISK})

    @classmethod
    def needs_reason(cls) -> frozenset["PromiseState"]:
        """Return the states that nobody may choose without saying why."""
        return frozenset({cls.BROKEN, cls.CHANGED})


class PromiseStanding(TextChoices):
    """How a promise stands on a day: what its owner says, and what the date says."""

    ON_TRACK = "on_track", _("On track")
    AT_RISK = "at_risk", _("At risk")
    LATE = "late", _("Late")
    KEPT = "kept", _("Kept")
    BROKEN = "broken", _("Broken")
    CHANGED = "changed", _("Changed")
