"""Every path through an edition at once: how long, how short, what is never met; pure.

Paths are not walked one by one, for their number doubles with each condition. The
questions are gone through in order, remembering only what later conditions look at,
and two paths that later conditions cannot tell apart become one, which keeps the
least and the most of both. So the result is exact; only past MOST_AT_ONCE different
memories is an answer forgotten, and from there on its conditions are taken to be
either way.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

from surveys.enums import HelpedBy, QuestionKind
from surveys.logic.conditions import Asked, questions_in, tests_of
from surveys.logic.definition import Definition, QuestionDefinition
from surveys.logic.paths import is_asked, is_shown
from surveys.logic.possible import Answer, ways_to_answer
from surveys.logic.timing import oldest_of, seconds

MOST_AT_ONCE = 500
Cost = Callable[[QuestionDefinition, str], float]
Memory = tuple[tuple[str, int | None], ...]
"""The number of the answer of each question still looked at; None is forgotten."""


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most, over some paths, of questions asked and of minutes."""

    least_questions: int = 0
    most_questions: int = 0
    least_minutes: float = 0
    most_minutes: float = 0

    def after(self, *, questions: int, minutes: float) -> "Span":
        """Return the span of the same paths with one more step."""
        return Span(
            self.least_questions + questions,
            self.most_questions + questions,
            self.least_minutes + minutes,
            self.most_minutes + minutes,
        )

    def with_other(self, other: "Span") -> "Span":
        """Return the span of these paths and others."""
        return Span(
            min(self.least_questions, other.least_questions),
            max(self.most_questions, other.most_questions),
            min(self.least_minutes, other.least_minutes),
            max(self.most_minutes, other.most_minutes),
        )


@dataclass(frozen=True, slots=True)
class Walks:
    """All the paths of one age band, in all languages; questions by their keys.

    `always` are met on every path, `sometimes` on some; `never` are meant for the band
    and no answers lead there. A dead end is a path on which nothing is asked: it goes
    from the first page to the last. `is_exact` says that no answer was forgotten.
    """

    span: Span
    always: tuple[str, ...]
    sometimes: tuple[str, ...]
    never: tuple[str, ...]
    is_exact: bool

    @property
    def has_dead_end(self) -> bool:
        """Say whether somebody of the band would be asked nothing at all."""
        return self.span.least_questions == 0


def walks(definition: Definition, *, age_band: str, oldest: int | None = None) -> Walks:
    """Return what all paths of `age_band` have between them.

    `oldest` is the oldest age of the band, for the minutes; its key tells it if not.
    """
    years = oldest_of(age_band) if oldest is None else oldest

    def cost(question: QuestionDefinition, language: str) -> float:
        if not language:
            return 0
        taken = seconds(question, language=language, age_band=age_band, oldest=years)
        return taken / 60

    return walks_costing(definition, age_band=age_band, cost=cost)


def walks_costing(definition: Definition, *, age_band: str, cost: Cost) -> Walks:
    """Return the same with `cost` for the minutes of a question in a language."""
    steps = _Steps(definition, age_band)
    swept = [
        _swept(
            steps, {"age_band": age_band, "language": language, "helper": helper}, cost
        )
        for language, helper in product(definition["languages"] or [""], steps.helpers)
    ]
    met = {key for one in swept for key in one.met}
    passed = {key for one in swept for key in one.passed}
    keys = [question["key"] for question in steps.questions]
    return Walks(
        span=_together(one.span for one in swept),
        always=tuple(key for key in keys if key in met - passed),
        sometimes=tuple(key for key in keys if key in met & passed),
        never=tuple(key for key in keys if key not in met),
        is_exact=all(one.is_exact for one in swept),
    )


class _Steps:
    """The questions of one band, and which answers later conditions look at."""

    def __init__(self, definition: Definition, age_band: str) -> None:
        """Keep what is meant for the band."""
        rests = definition.get("rests", True)
        self.questions = [
            question
            for question in definition["questions"]
            if age_band in question.get("age_bands", [age_band])
            and (rests or question["kind"] != QuestionKind.BREAK)
        ]

    @cached_property
    def helpers(self) -> list[str]:
        """Return whoever conditions tell apart as beside the young person."""
        named = {
            str(test["value"])
            for question in self.questions
            if "show_if" in question
            for test in tests_of(question["show_if"])
            if "about" in test and test["about"] == "helper"
        }
        others = [one for one in HelpedBy.values if one not in named]
        return [*others[:1], *sorted(named)]

    @cached_property
    def ways(self) -> dict[str, list[Answer]]:
        """Return the answers of each question that a later condition looks at."""
        return {
            question["key"]: ways_to_answer(question, tests)
            for question in self.questions
            if (tests := self._tests_after.get(question["key"]))
        }

    @cached_property
    def last_looks(self) -> dict[str, int]:
        """Return the place of the last question that looks at each answer."""
        return {
            key: place
            for place, question in enumerate(self.questions)
            for key in questions_in(question.get("show_if"))
        }

    @cached_property
    def _tests_after(self) -> dict[str, list[Asked]]:
        """Return the tests of each question in conditions that come after it."""
        tests: dict[str, list[Asked]] = {}
        seen: set[str] = set()
        for question in self.questions:
            if "show_if" in question:
                for test in tests_of(question["show_if"]):
                    if "question" in test and test["question"] in seen:
                        tests.setdefault(test["question"], []).append(test)
            seen.add(question["key"])
        return tests


@dataclass(slots=True)
class _Swept:
    """What going through the questions once has found."""

    met: set[str] = field(default_factory=set)
    passed: set[str] = field(default_factory=set)
    span: Span = field(default_factory=Span)
    is_exact: bool = True


def _swept(steps: _Steps, known: Mapping[str, str], cost: Cost) -> _Swept:
    """Go through the questions once, for those who are `known`."""
    found = _Swept()
    paths: dict[Memory, Span] = {(): Span()}
    for place, question in enumerate(steps.questions):
        minutes = cost(question, known["language"])
        onward: dict[Memory, Span] = {}
        for memory, span in paths.items():
            for shown in _ways_shown(question, memory, steps, known):
                if not shown:
                    found.passed.add(question["key"])
                    _add(onward, memory, span)
                    continue
                found.met.add(question["key"])
                after = span.after(questions=int(is_asked(question)), minutes=minutes)
                for number, _way in enumerate(steps.ways.get(question["key"], ())):
                    _add(onward, (*memory, (question["key"], number)), after)
                if question["key"] not in steps.ways:
                    _add(onward, memory, after)
        paths = _without(
            onward, {k for k, last in steps.last_looks.items() if last <= place}
        )
        while len(paths) > MOST_AT_ONCE:
            found.is_exact = False
            paths = _forgetting_one(paths)
    found.span = _together(paths.values())
    return found


def _ways_shown(
    question: QuestionDefinition,
    memory: Memory,
    steps: _Steps,
    known: Mapping[str, str],
) -> list[bool]:
    """Return whether the question is shown: one of both, or both when forgotten."""
    needed = questions_in(question.get("show_if"))
    if any(number is None for key, number in memory if key in needed):
        return [True, False]
    answers: dict[str, Mapping[str, Any]] = {
        key: steps.ways[key][number]
        for key, number in memory
        if key in needed and number is not None
    }
    return [is_shown(question, answers=answers, known=known)]


def _without(paths: Mapping[Memory, Span], keys: set[str]) -> dict[Memory, Span]:
    """Return the paths with what nobody looks at again out of their memories."""
    left: dict[Memory, Span] = {}
    for memory, span in paths.items():
        _add(left, tuple(pair for pair in memory if pair[0] not in keys), span)
    return left


def _forgetting_one(paths: Mapping[Memory, Span]) -> dict[Memory, Span]:
    """Return the paths with the earliest answer still known forgotten in each."""
    known = (key for memory in paths for key, number in memory if number is not None)
    first = next(known)
    left: dict[Memory, Span] = {}
    for memory, span in paths.items():
        others = (pair for pair in memory if pair[0] != first)
        _add(left, ((first, None), *others), span)
    return left


def _add(paths: dict[Memory, Span], memory: Memory, span: Span) -> None:
    """Put one path among others, together with those of the same memory."""
    paths[memory] = span.with_other(paths[memory]) if memory in paths else span


def _together(spans: Iterable[Span]) -> Span:
    """Return the span of all these paths."""
    first, *others = spans
    for other in others:
        first = first.with_other(other)
    return first
