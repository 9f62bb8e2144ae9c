"""Which steps one young person walks through an edition, in order; pure."""

from collections.abc import Mapping
from typing import Any

from surveys.enums import QuestionKind
from surveys.logic.conditions import Answers, holds
from surveys.logic.definition import Definition, QuestionDefinition


def path(
    definition: Definition,
    *,
    age_band: str,
    answers: Answers,
    language: str = "",
    helper: str = "",
) -> list[QuestionDefinition]:
    """Return the steps of one young person in order: questions, messages, rests.

    `answers` are those given so far, `helper` a HelpedBy value. A question of other
    age bands, one whose condition does not hold and, where the survey has no rests,
    a rest are left out. An answer to what is no longer asked shows nothing.
    """
    known = {"age_band": age_band, "language": language, "helper": helper}
    rests = definition.get("rests", True)
    steps: list[QuestionDefinition] = []
    said: dict[str, Mapping[str, Any]] = {}
    for question in definition["questions"]:
        if not rests and question["kind"] == QuestionKind.BREAK:
            continue
        if is_shown(question, answers=said, known=known):
            steps.append(question)
            if question["key"] in answers:
                said[question["key"]] = answers[question["key"]]
    return steps


def is_shown(
    question: QuestionDefinition, *, answers: Answers, known: Mapping[str, str]
) -> bool:
    """Say whether `question` is shown to who is `known`, after these earlier answers."""
    if known["age_band"] not in question.get("age_bands", [known["age_band"]]):
        return False
    condition = question.get("show_if")
    return condition is None or holds(condition, answers=answers, known=known)


def left_behind(answers: Answers, steps: list[QuestionDefinition]) -> set[str]:
    """Return the keys of the answers that none of these steps asks for any more."""
    return set(answers) - {step["key"] for step in steps if is_asked(step)}


def is_asked(question: QuestionDefinition) -> bool:
    """Say whether `question` wants an answer; a message or a rest does not."""
    return question["kind"] not in QuestionKind.silent()


def place_of(steps: list[QuestionDefinition], number: int) -> tuple[int, int]:
    """Return which question the `number`-th step is, of how many; messages not counted.

    On a message the first figure is how many questions came before it.
    """
    asked = [is_asked(step) for step in steps]
    return sum(asked[:number]), sum(asked)


def is_breath(steps: list[QuestionDefinition], number: int) -> bool:
    """Say whether this rest is a breath: every other rest is, the first one too."""
    rests = [step["kind"] == QuestionKind.BREAK for step in steps[:number]]
    return sum(rests) % 2 == 1
