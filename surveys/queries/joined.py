"""Each question over every edition: numbers are joined where kind and options agree."""

from collections.abc import Iterable

from surveys.logic.asked import asked_in
from surveys.logic.comparing import are_alike
from surveys.logic.definition import QuestionDefinition
from surveys.models import Edition


def agrees(edition: Edition, question: QuestionDefinition) -> bool:
    """Say whether an edition asks this question with the same kind and options.

    The order of options may differ; an edition that does not ask it disagrees.
    """
    other = asked_in(edition.definition, question["key"])
    return other is not None and are_alike(other, question)


def newest_questions(
    editions: Iterable[Edition],
) -> list[tuple[Edition, QuestionDefinition]]:
    """Return each question as the newest edition that asks it has it.

    In the order of the newest edition; those it no longer asks follow.
    """
    found: dict[str, tuple[Edition, QuestionDefinition]] = {}
    for edition in sorted(editions, key=lambda one: -one.number):
        for question in edition.definition["questions"]:
            found.setdefault(question["key"], (edition, question))
    return list(found.values())
