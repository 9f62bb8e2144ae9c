"""When a question is shown: conditions on what was said before; pure.

A condition is what JSON can hold, so that it lives in an edition's definition.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypedDict, final

from surveys.enums import AnswerState

NUMBER = re.compile(r"[0-9]+")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")

Operator = Literal["is", "is_not", "includes", "at_least", "at_most", "answered"]
About = Literal["age_band", "language", "helper"]


@final
class Asked(TypedDict):
    """A test of an earlier answer; `answered` asks for no `value` and holds ""."""

    question: str
    operator: Operator
    value: str | int


@final
class Known(TypedDict):
    """A test of who answers: of age band, language, or who helps (HelpedBy)."""

    about: About
    operator: Literal["is", "is_not"]
    value: str


@final
class AllOf(TypedDict):
    """True when every part is; of no parts, true."""

    all: list["Condition"]


@final
class AnyOf(TypedDict):
    """True when some part is; of no parts, false."""

    any: list["Condition"]


@final
class NoneOf(TypedDict):
    """True when not one part is: the "not" of one part or of many."""

    none: list["Condition"]


Condition = Asked | Known | AllOf | AnyOf | NoneOf
Answers = Mapping[str, Mapping[str, Any]]


def holds(condition: Condition, *, answers: Answers, known: Mapping[str, str]) -> bool:
    """Say whether `condition` is true of `answers`, as surveys.models.Response has them.

    Only what was truly answered says anything: of a question that was skipped, not
    asked, or met with "not sure" or "rather not say", `is` and `is_not` are both
    false, and so is every other test. To mean those too, ask for `none` of `is`.
    `includes` looks for one option among those chosen; `is`, of options put in order,
    at the first. `at_least` and `at_most` compare numbers with numbers (faces are
    numbered), years with years and months with months, and are false of anything else.
    `known` has "age_band", "language" and "helper"; what is missing is "".
    """
    if "all" in condition:
        return all(holds(one, answers=answers, known=known) for one in condition["all"])
    if "any" in condition:
        return any(holds(one, answers=answers, known=known) for one in condition["any"])
    if "none" in condition:
        parts = condition["none"]
        return not any(holds(one, answers=answers, known=known) for one in parts)
    if "about" in condition:
        same = known.get(condition["about"], "") == condition["value"]
        return same == (condition["operator"] == "is")
    return _tells(condition, answers.get(condition["question"], {}))


def parts_of(condition: Condition) -> list[Condition]:
    """Return the conditions that `condition` is made of; a single test has none."""
    if "all" in condition:
        return condition["all"]
    if "any" in condition:
        return condition["any"]
    if "none" in condition:
        return condition["none"]
    return []


def tests_of(condition: Condition) -> Iterator[Asked | Known]:
    """Yield every single test within `condition`, in the order they are written."""
    if "question" in condition or "about" in condition:
        yield condition
    for part in parts_of(condition):
        yield from tests_of(part)


def questions_in(condition: Condition | None) -> set[str]:
    """Return the keys of the questions that `condition` looks at."""
    if condition is None:
        return set()
    return {test["question"] for test in tests_of(condition) if "question" in test}


def _tells(test: Asked, answer: Mapping[str, Any]) -> bool:
    """Say whether one answer is as `test` wants it."""
    if answer.get("state") != AnswerState.ANSWERED:
        return False
    said, value = answer.get("value"), test["value"]
    chosen = said if isinstance(said, list) else [said]
    match test["operator"]:
        case "answered":
            return True
        case "is":
            return _same(chosen[:1], value)
        case "is_not":
            return bool(chosen) and not _same(chosen[:1], value)
        case "includes":
            return _same(chosen, value)
        case "at_least":
            return any(lower <= upper for lower, upper in _measured(value, said))
        case "at_most":
            return any(lower <= upper for lower, upper in _measured(said, value))
    raise ValueError(test)


def _same(chosen: list[Any], value: str | int) -> bool:
    """Say whether `value` is among what was chosen; 7 and "7" are the same."""
    return str(value) in map(str, chosen)


def _measured(one: object, other: object) -> list[tuple[int, int]]:
    """Return both as numbers of the same sort; nothing where they are not."""
    (sort, first), (other_sort, second) = _measure(one), _measure(other)
    return [(first, second)] if sort and sort == other_sort else []


def _measure(value: object) -> tuple[str, int]:
    """Return what sort of number `value` is, and the number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return "number", value
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return "number", int(value)
    if isinstance(value, str) and MONTH.fullmatch(value):
        return "month", int(value.replace("-", ""))
    return "", 0
