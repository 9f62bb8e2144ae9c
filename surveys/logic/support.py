"""The page that follows a sensitive question: words of support, and who listens; pure."""

from surveys.enums import QuestionKind
from surveys.logic.definition import QuestionDefinition

# No key of a question holds this sign.
AFTER = "~"


def with_support(steps: list[QuestionDefinition]) -> list[QuestionDefinition]:
    """Return `steps` with a message of support after each sensitive question.

    Whatever was answered, or skipped, it comes: it tells nobody how one answered.
    """
    return [
        page
        for step in steps
        for page in ([step, _support(step)] if step.get("sensitive") else [step])
    ]


def is_support(step: QuestionDefinition) -> bool:
    """Say whether `step` is a message of support."""
    return step["key"].endswith(AFTER)


def _support(step: QuestionDefinition) -> QuestionDefinition:
    """Return the message after `step`; its words are the survey's, or our own."""
    return {
        "key": step["key"] + AFTER,
        "kind": QuestionKind.MESSAGE.value,
        "options": [],
        "wordings": {},
    }
