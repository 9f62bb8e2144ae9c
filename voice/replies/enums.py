"""Parts of a reply, states of a promise, and named sets of a consultation's."""

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


class ReplyPart(TextChoices):
    """What a reply says, in the order it is read; each is a column of a wording."""

    YOU_SAID = "you_said", _("You said")
    HEARD_FROM_FEW = "heard_from_few", _("What we heard from few")
    WE_DID = "we_did", _("We did")
    WE_WILL = "we_will", _("We will")
    WE_WILL_NOT = "we_will_not", _("We will not")
    NEXT = "next", _("Next")
    THANKS = "thanks", _("Thank you")

    @classmethod
    def answering(cls) -> tuple["ReplyPart", ...]:
        """Return the parts that can answer what young people said, in order."""
        return (cls.WE_DID, cls.WE_WILL, cls.WE_WILL_NOT, cls.NEXT)


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


class Happening(TextChoices):
    """What the calendar of consultations tells of a day."""

    OPENS = "opens", _("Opens")
    CLOSES = "closes", _("Closes")
    REPLY_DUE = "reply_due", _("Reply due")
    PROMISE_DUE = "promise_due", _("Promise due")
    SESSION = "session", _("Session")
    NOTES_DUE = "notes_due", _("Session notes due")
