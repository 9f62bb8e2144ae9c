"""Whether an answer fits its question, and the form it is kept in; pure."""

import unicodedata
from enum import Enum

from surveys.enums import QuestionKind
from surveys.logic.definition import QuestionDefinition

LONGEST_TEXT = 5_000
SCALE = range(11)

Value = str | int | list[str]


class Refusal(Enum):
    """Why an answer cannot be kept."""

    NOTHING_CHOSEN = "nothing chosen"
    NOTHING_WRITTEN = "nothing written"
    NOT_AN_OPTION = "not an option"
    TOO_LONG = "too long"
    UNKEEPABLE_CHARACTER = "unkeepable character"


class Refused(Exception):
    """The answer does not fit its question; `why` is a Refusal."""

    def __init__(self, why: Refusal) -> None:
        """Remember why."""
        super().__init__(why.value)
        self.why = why


def kept_value(question: QuestionDefinition, value: object) -> Value:
    """Return `value` as it is kept for `question`; raises Refused when it does not fit.

    An option's key, a list of them in the question's order, a whole number from
    0 to 10, or words in Unicode's composed form (NFC), otherwise as they were sent.
    """
    match question["kind"]:
        case QuestionKind.SINGLE | QuestionKind.FACES:
            return _one_option(question, value)
        case QuestionKind.SEVERAL:
            return _several_options(question, value)
        case QuestionKind.SCALE:
            return _number(value)
        case QuestionKind.LONG_TEXT:
            return _words(value)
    raise Refused(Refusal.NOT_AN_OPTION)


def characters(words: str) -> int:
    """Return the length of `words` as their writer counts it: a new line is one."""
    return len(words.replace("\r\n", "\n"))


def _one_option(question: QuestionDefinition, value: object) -> str:
    if value in ("", []):
        raise Refused(Refusal.NOTHING_CHOSEN)
    if not isinstance(value, str) or value not in question["options"]:
        raise Refused(Refusal.NOT_AN_OPTION)
    return value


def _several_options(question: QuestionDefinition, value: object) -> list[str]:
    if value in ("", []):
        raise Refused(Refusal.NOTHING_CHOSEN)
    if not isinstance(value, list) or not set(value) <= set(question["options"]):
        raise Refused(Refusal.NOT_AN_OPTION)
    return [key for key in question["options"] if key in value]


def _number(value: object) -> int:
    if value == "":
        raise Refused(Refusal.NOTHING_CHOSEN)
    if isinstance(value, str) and value in map(str, SCALE):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value in SCALE:
        return value
    raise Refused(Refusal.NOT_AN_OPTION)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise Refused(Refusal.NOT_AN_OPTION)
    words = unicodedata.normalize("NFC", value)
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in words):
        raise Refused(Refusal.UNKEEPABLE_CHARACTER)
    if characters(words) > LONGEST_TEXT:
        raise Refused(Refusal.TOO_LONG)
    return words
