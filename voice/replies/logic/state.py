"""Where a consultation is, from dates and from what has truly happened; pure."""

from dataclasses import dataclass
from datetime import date

from surveys.enums import ConsultationState


@dataclass(frozen=True)
class Facts:
    """What decides where a consultation is; see decision 0044.

    `asked` says a survey of it was ever published, `live` that one is now; `unread`
    that something young people wrote waits for somebody to decide about it.
    `replied_on` is the day its reply was published, or None; `checked` says that
    young people's verdict stands on every promise of it, and that there is one.
    """

    opens_on: date
    closes_on: date
    reply_due_on: date
    asked: bool
    live: bool
    unread: bool
    replied_on: date | None
    checked: bool


def state_of(facts: Facts, *, on: date) -> ConsultationState:
    """Return where the consultation is on the day `on`.

    As days pass and no fact changes, it only ever goes forward.
    """
    if facts.replied_on is not None and facts.replied_on <= on:
        return _answered(facts)
    if not facts.asked:
        return ConsultationState.DRAFT
    if on < facts.opens_on:
        return ConsultationState.SCHEDULED if facts.live else ConsultationState.DRAFT
    if on <= facts.closes_on and facts.live:
        return ConsultationState.OPEN
    return _owing(facts, on=on)


def _answered(facts: Facts) -> ConsultationState:
    """Return how far it is once young people can read our reply."""
    return ConsultationState.CHECKED if facts.checked else ConsultationState.REPLIED


def _owing(facts: Facts, *, on: date) -> ConsultationState:
    """Return how far it is while young people wait for our reply."""
    if on > facts.reply_due_on:
        return ConsultationState.OVERDUE
    if facts.unread:
        return ConsultationState.READING
    return ConsultationState.UNDERSTANDING


def days_late(facts: Facts, *, on: date) -> int:
    """Return how many days the reply is, or was, later than promised; 0 when not."""
    answered = facts.replied_on if facts.replied_on and facts.replied_on <= on else on
    return max(0, (answered - facts.reply_due_on).days) if facts.asked else 0
