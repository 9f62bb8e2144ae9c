"""The steps of a consultation that its page shows, and how far each has come; pure."""

from enum import StrEnum

from surveys.enums import ConsultationState as State
from voice.replies.enums import ANSWERED


class Step(StrEnum):
    """One step, in the order in which they come."""

    TELL = "tell"
    READ = "read"
    UNDERSTAND = "understand"
    REPLY = "reply"
    CHECK = "check"


class How(StrEnum):
    """How far a step has come."""

    LATER = "later"
    NOW = "now"
    LATE = "late"
    DONE = "done"


NOW_IN = {
    State.OPEN: Step.TELL,
    State.READING: Step.READ,
    State.UNDERSTANDING: Step.UNDERSTAND,
    State.REPLIED: Step.CHECK,
}
# What nobody can do where nobody answered.
NEEDS_ANSWERS = frozenset({Step.READ, Step.UNDERSTAND})


def steps_of(
    state: State, *, unread: bool, promised: bool, from_nobody: bool = False
) -> list[tuple[Step, How]]:
    """Return each step and how far it has come; what was done stays done.

    `unread` says that something waits to be read. Once we have replied and promised
    nothing, there is nothing to check, and that step is left out. Where nobody
    answered, nothing is read or understood: the reply is what goes on.
    """
    steps = [step for step in Step if not (from_nobody and step in NEEDS_ANSWERS)]
    if state in ANSWERED and not promised:
        steps.remove(Step.CHECK)
    if state == State.CHECKED:
        return [(step, How.DONE) for step in steps]
    if state == State.OVERDUE:
        return _late(steps, Step.READ if unread else Step.UNDERSTAND)
    now = NOW_IN.get(state)
    if from_nobody and now in NEEDS_ANSWERS:
        now = Step.REPLY
    return [(step, _how(step, now)) for step in steps]


def _how(step: Step, now: Step | None) -> How:
    """Return how far a step has come when `now` is the one that goes on."""
    if now is None:
        return How.LATER
    order = list(Step)
    if step == now:
        return How.NOW
    return How.DONE if order.index(step) < order.index(now) else How.LATER


def _late(steps: list[Step], now: Step) -> list[tuple[Step, How]]:
    """Return the steps of a consultation whose reply is late."""
    told = [(step, _how(step, now)) for step in steps]
    return [(step, How.LATE if step == Step.REPLY else how) for step, how in told]
