"""Which answers a question can have, as far as some tests can tell them apart; pure."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.answers import MONTHS, SCALE, YEARS, Refused, kept_value
from surveys.logic.conditions import Asked, holds
from surveys.logic.definition import QuestionDefinition

Answer = dict[str, Any]
SKIPPED: Answer = {"state": AnswerState.SKIPPED.value}
NO_VALUE: Answer = {"state": AnswerState.ANSWERED.value}


def ways_to_answer(
    question: QuestionDefinition, tests: Iterable[Asked]
) -> list[Answer]:
    """Return one answer for each way in which `tests`, all of `question`, can come out.

    To skip is the first. What the question would refuse is no way.
    """
    asked = list(tests)
    ways: dict[tuple[bool, ...], Answer] = {}
    for answer in _answers(question, asked):
        answers = {question["key"]: answer}
        told = tuple(holds(test, answers=answers, known={}) for test in asked)
        ways.setdefault(told, answer)
    return list(ways.values())


def _answers(question: QuestionDefinition, tests: list[Asked]) -> Iterator[Answer]:
    """Give to skip, and enough answers that every way to answer is among them."""
    yield SKIPPED
    if question["kind"] in QuestionKind.told():
        yield NO_VALUE
        return
    for value in _values(question, [test["value"] for test in tests]):
        try:
            yield {**NO_VALUE, "value": kept_value(question, value)}
        except Refused:
            continue


def _values(
    question: QuestionDefinition, tested: list[str | int]
) -> Iterator[str | int | list[str]]:
    """Give values of a closed question or a date, whether it takes them or not."""
    options = question["options"]
    kind = question["kind"]
    if kind in QuestionKind.one_of():
        yield from options
    elif kind == QuestionKind.SCALE:
        yield from SCALE
    elif kind == QuestionKind.SEVERAL:
        yield from _choices(question, tested)
    elif kind == QuestionKind.ORDER:
        places = question.get("most", len(options))
        for first in options:
            others = [key for key in options if key != first]
            for rest in combinations(others, min(places, len(options)) - 1):
                yield [first, *rest]
    elif kind == QuestionKind.DATE:
        yield from _dates(tested)


def _choices(
    question: QuestionDefinition, tested: list[str | int]
) -> Iterator[list[str]]:
    """Give choices of options: any of those tested, with or without one of the others.

    Options that no test looks for are alike, but for those that stand alone.
    """
    alone = question.get("alone", [])
    looked_for = [key for key in question["options"] if key in tested]
    others = [key for key in question["options"] if key not in tested]
    alike = [key for key in others if key not in alone][:1]
    yield from ([key] for key in alone)
    kept = [*looked_for, *alike]
    for number in range(1, len(kept) + 1):
        for some in combinations(kept, number):
            yield list(some)


def _dates(tested: list[str | int]) -> Iterator[str]:
    """Give each date a test names, and those just before and after it."""
    for value in tested or YEARS[:1]:
        year = str(value)[:4]
        if not year.isdecimal():
            continue
        for near in range(int(year) - 1, int(year) + 2):
            yield f"{near:04}"
            yield from (f"{near:04}-{month:02}" for month in MONTHS)
