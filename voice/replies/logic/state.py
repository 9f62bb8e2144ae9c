"""Where a consultation is, from dates and from what has truly happened; pure."""

from dataclasses import dataclass
from datetime import date

from surveys.enums import ConsultationState


@dataclass(frozen=True)
class Facts:
    """What decides where a consultation is.

    `asked` says a survey of it was ever published, `live` that one is now;
    `replied_on` is the day its reply was published, or None.
    """

    opens_on: date
    closes_on: date
    reply_due_on: date
    asked: bool
    live: bool
    replied_on: date | None


def state_of(facts: Facts, *, on: date) -> ConsultationState:
    """Return where the consultation is on the day `on`."""
    if facts.replied_on is not None and facts.replied_on <= on:
        return ConsultationState.REPLIED
    if not facts.asked:
        return ConsultationState.DRAFT
    if on < facts.opens_on:
        return ConsultationState.SCHEDULED if facts.live else ConsultationState.DRAFT
    if on <= facts.closes_on and facts.live:
        return ConsultationState.OPEN
    if on > facts.reply_due_on:
        return ConsultationState.OVERDUE
    return ConsultationState.READING


def days_late(facts: Facts, *, on: date) -> int:
    """Return how many days the reply is, or was, later than promised; 0 when not."""
    answered = facts.replied_on if facts.replied_on and facts.replied_on <= on else on
    return max(0, (answered - facts.reply_due_on).days) if facts.asked else 0
