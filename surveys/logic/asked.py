"""One question of a definition, and how it reads to staff: the base language; pure."""

from surveys.enums import QuestionKind
from surveys.logic.definition import ANY_BAND, Definition, QuestionDefinition, Words
from surveys.logic.piping import piped_words


def asked_in(definition: Definition, key: str) -> QuestionDefinition | None:
    """Return the question of this key, or None where it is not asked."""
    return next((one for one in definition["questions"] if one["key"] == key), None)


def base_words(definition: Definition, question: QuestionDefinition) -> Words:
    """Return a question's words in the base language, for every band.

    Where they repeat an earlier answer, with the words that stand there without it.
    """
    words = question["wordings"][definition["languages"][0]][ANY_BAND]
    return piped_words(words, {})


def is_counted(question: QuestionDefinition) -> bool:
    """Say whether its answers are counted by option."""
    return question["kind"] in QuestionKind.closed()
