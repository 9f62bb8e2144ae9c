"""Which steps one young person walks through an edition, in order; pure."""

from collections.abc import Mapping
from typing import Any

from surveys.enums import QuestionKind
from surveys.logic.definition import Definition, QuestionDefinition


def path(
    definition: Definition, *, age_band: str, answers: Mapping[str, Any]
) -> list[QuestionDefinition]:
    """Return the questions and messages asked of `age_band`, in order.

    `answers` are those given so far: what is asked later may depend on them.
    """
    return [
        question
        for question in definition["questions"]
        if age_band in question.get("age_bands", [age_band])
    ]


def is_asked(question: QuestionDefinition) -> bool:
    """Say whether `question` wants an answer; a message does not."""
    return question["kind"] != QuestionKind.MESSAGE


def place_of(steps: list[QuestionDefinition], number: int) -> tuple[int, int]:
    """Return which question the `number`-th step is, of how many; messages not counted.

    On a message the first figure is how many questions came before it.
    """
    asked = [is_asked(step) for step in steps]
    return sum(asked[:number]), sum(asked)
