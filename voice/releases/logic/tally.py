"""True counts of closed answers; they stay inside this package."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.groups import BY_QUESTION

# A scale of eleven is told in three bands, declared here for every survey.
SCALE_BANDS: dict[str, range] = {
    "0-3": range(4),
    "4-6": range(4, 7),
    "7-10": range(7, 11),
}


# The group of those who gave no answer to a question that groups are made by.
NO_ANSWER = ""


class Counted(Protocol):
    """One counted response, as surveys.queries.counted gives it."""

    @property
    def age_band(self) -> str:
        """The age band chosen."""

    @property
    def language(self) -> str:
        """The language answered in."""

    @property
    def company(self) -> str:
        """Who was near, as far as they said."""

    @property
    def way_in(self) -> str:
        """What kind of way in they took."""

    @property
    def answers(self) -> Mapping[str, Mapping[str, object]]:
        """Question key to {"state": …, "value": …}."""


@dataclass(frozen=True, slots=True)
class ClosedQuestion:
    """One closed question: options as (key, text), in the order asked.

    `editions_agree` is False when another edition had other options. `apart` are the
    other things it let young people say, by AnswerState. `waits_for` are the questions
    whose chosen answers decide who is asked it. `decision` is what its answers inform.
    """

    key: str
    kind: str
    prompt: str
    options: tuple[tuple[str, str], ...]
    editions_agree: bool = True
    apart: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    decision: str = ""

    @property
    def adds_up(self) -> bool:
        """Say whether everybody who answered chose exactly one."""
        return self.kind != QuestionKind.SEVERAL


@dataclass(frozen=True, slots=True)
class Row:
    """True counts: how many answered, and how many chose each option, in order."""

    answered: int
    counts: tuple[int, ...]


def chosen(
    answers: Mapping[str, Mapping[str, object]], question: ClosedQuestion
) -> frozenset[str]:
    """Return the keys one response chose; empty when it did not answer.

    Of options put in order, the one put first.
    """
    answer = answers.get(question.key)
    if answer is None or answer.get("state") != AnswerState.ANSWERED:
        return frozenset()
    value = answer.get("value")
    values = value if isinstance(value, list) else [value]
    if question.kind == QuestionKind.ORDER:
        values = values[:1]
    in_bands = question.kind == QuestionKind.SCALE
    keys = {_band(one) if in_bands else str(one) for one in values}
    return frozenset(key for key, _ in question.options if key in keys)


def said_apart(question: ClosedQuestion, responses: Iterable[Counted]) -> list[int]:
    """Return how many said each of what `question` lets them say beside an answer."""
    states = [
        response.answers.get(question.key, {}).get("state") for response in responses
    ]
    return [states.count(state) for state in question.apart]


def base_tells(
    question: ClosedQuestion, responses: Sequence[Counted], *, threshold: int
) -> bool:
    """Say whether how many answered `question` would tell a count under `threshold`.

    Who is asked it depends on an earlier answer. Beside how many gave that question
    any answer, the base tells the most there can be who gave one that leads past
    this: too much when those are few.
    """
    return any(
        sum(
            _answered(one, key) and question.key not in one.answers for one in responses
        )
        < threshold
        for key in question.waits_for
    )


def _answered(response: Counted, key: str) -> bool:
    """Say whether a response answered the question `key`."""
    return response.answers.get(key, {}).get("state") == AnswerState.ANSWERED


def _band(value: object) -> str:
    """Return which band of the scale a number falls in; empty for no number."""
    for key, numbers in SCALE_BANDS.items():
        if isinstance(value, int) and value in numbers:
            return key
    return ""


def tally(question: ClosedQuestion, responses: Iterable[Counted]) -> Row:
    """Return the true counts of one question."""
    picks = [chosen(response.answers, question) for response in responses]
    return Row(
        answered=sum(bool(pick) for pick in picks),
        counts=tuple(sum(key in pick for pick in picks) for key, _ in question.options),
    )


def group_in(response: Counted, by: str) -> str:
    """Return the group of a response: what it says of itself, or what it answered.

    Empty for whoever gave no answer to a question that groups are made by.
    """
    if not by.startswith(BY_QUESTION):
        return str(getattr(response, by))
    answer = response.answers.get(by.removeprefix(BY_QUESTION), {})
    if answer.get("state") != AnswerState.ANSWERED:
        return NO_ANSWER
    return str(answer.get("value"))


def by_group(
    responses: Sequence[Counted], by: str, order: Sequence[str]
) -> dict[str, list[Counted]]:
    """Return the responses by group, in the declared order; strays come last."""
    groups: dict[str, list[Counted]] = {key: [] for key in order}
    found = {group_in(response, by) for response in responses}
    for key in sorted(found - set(order)):
        groups[key] = []
    for response in responses:
        groups[group_in(response, by)].append(response)
    return groups
