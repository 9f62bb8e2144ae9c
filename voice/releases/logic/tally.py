"""True counts of closed answers; they stay inside this package."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

ANSWERED = "answered"
SCALE = "scale"
SEVERAL = "several"
CLOSED = frozenset({"single", "several", "faces", "scale"})
# A scale of eleven is told in three bands, declared here for every survey.
SCALE_BANDS: dict[str, range] = {
    "0-3": range(4),
    "4-6": range(4, 7),
    "7-10": range(7, 11),
}


class Counted(Protocol):
    """One counted response, as surveys.queries.counted gives it."""

    @property
    def age_band(self) -> str:
        """The age band chosen."""

    @property
    def language(self) -> str:
        """The language answered in."""

    @property
    def answers(self) -> Mapping[str, Mapping[str, object]]:
        """Question key to {"state": …, "value": …}."""


@dataclass(frozen=True, slots=True)
class ClosedQuestion:
    """One closed question: options as (key, text), in the order asked.

    `editions_agree` is False when another edition had other options.
    """

    key: str
    kind: str
    prompt: str
    options: tuple[tuple[str, str], ...]
    editions_agree: bool = True

    @property
    def adds_up(self) -> bool:
        """Say whether everybody who answered chose exactly one."""
        return self.kind != SEVERAL


@dataclass(frozen=True, slots=True)
class Row:
    """True counts: how many answered, and how many chose each option, in order."""

    answered: int
    counts: tuple[int, ...]


def chosen(
    answers: Mapping[str, Mapping[str, object]], question: ClosedQuestion
) -> frozenset[str]:
    """Return the keys one response chose; empty when it did not answer."""
    answer = answers.get(question.key)
    if answer is None or answer.get("state") != ANSWERED:
        return frozenset()
    value = answer.get("value")
    values = value if isinstance(value, list) else [value]
    keys = {_band(one) if question.kind == SCALE else str(one) for one in values}
    return frozenset(key for key, _ in question.options if key in keys)


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


def by_group(
    responses: Sequence[Counted], breakdown: str, order: Sequence[str]
) -> dict[str, list[Counted]]:
    """Return the responses by group, in the declared order; strays come last."""
    groups: dict[str, list[Counted]] = {key: [] for key in order}
    found = {str(getattr(response, breakdown)) for response in responses}
    for key in sorted(found - set(order)):
        groups[key] = []
    for response in responses:
        groups[str(getattr(response, breakdown))].append(response)
    return groups
