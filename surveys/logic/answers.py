"""Whether an answer fits its question, and the form it is kept in; pure."""

import re
import unicodedata
from enum import Enum

from surveys.enums import AnswerState, DateParts, QuestionKind
from surveys.logic.definition import QuestionDefinition

LONGEST_TEXT = 5_000
LONGEST_SHORT_TEXT = 200
SCALE = range(11)
# Nobody who answers was born before 1900, and nobody plans past 2100.
YEARS = range(1900, 2101)
MONTHS = range(1, 13)
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")

Value = str | int | list[str]


class Refusal(Enum):
    """Why an answer cannot be kept."""

    NOTHING_CHOSEN = "nothing chosen"
    NOTHING_WRITTEN = "nothing written"
    NOT_AN_OPTION = "not an option"
    TOO_LONG = "too long"
    UNKEEPABLE_CHARACTER = "unkeepable character"
    TOO_MANY = "too many"
    NOT_ALONE = "not alone"
    TWICE = "twice"
    NOT_ALL = "not all"
    NOT_A_DATE = "not a date"
    NOT_OFFERED = "not offered"
    NOT_RECORDED = "not recorded"
    RECORDED_TOO_LONG = "recorded too long"


class Refused(Exception):
    """The answer does not fit its question; `why` is a Refusal."""

    def __init__(self, why: Refusal) -> None:
        """Remember why."""
        super().__init__(why.value)
        self.why = why


def kept_value(question: QuestionDefinition, value: object) -> Value:
    """Return `value` as it is kept for `question`; raises Refused when it does not fit.

    An option's key; a list of them, in the question's order, or in the order they were
    put; a whole number from 0 to 10; "2026" or "2026-03"; or words in Unicode's
    composed form (NFC), otherwise as they were sent.
    """
    kind = question["kind"]
    if kind in QuestionKind.told():
        return kept_words(value, longest=longest_words(question))
    if kind in QuestionKind.one_of():
        return _one_option(question, value)
    match kind:
        case QuestionKind.SEVERAL:
            return _several_options(question, value)
        case QuestionKind.ORDER:
            return _order(question, value)
        case QuestionKind.SCALE:
            return _number(value)
        case QuestionKind.DATE:
            return _date(question, value)
    raise Refused(Refusal.NOT_AN_OPTION)


def states_offered(question: QuestionDefinition) -> frozenset[AnswerState]:
    """Return what else may be said to `question` than an answer; skip always may."""
    offered = {
        AnswerState.NOT_SURE: question.get("not_sure", False),
        AnswerState.NOT_SAID: question.get("not_said", False),
        AnswerState.SKIPPED: True,
    }
    return frozenset(state for state, may in offered.items() if may)


def longest_words(question: QuestionDefinition) -> int:
    """Return how many characters the words said to `question` may have."""
    is_short = question["kind"] == QuestionKind.SHORT_TEXT or "other" in question
    return LONGEST_SHORT_TEXT if is_short else LONGEST_TEXT


def asks_words(question: QuestionDefinition, value: Value) -> bool:
    """Say whether `value` chose the option that asks for words of one's own."""
    other = question.get("other")
    return other is not None and other in (
        value if isinstance(value, list) else [value]
    )


def characters(words: str) -> int:
    """Return the length of `words` as their writer counts it: a new line is one."""
    return len(words.replace("\r\n", "\n"))


def _one_option(question: QuestionDefinition, value: object) -> str:
    if value in ("", []):
        raise Refused(Refusal.NOTHING_CHOSEN)
    if not isinstance(value, str) or value not in question["options"]:
        raise Refused(Refusal.NOT_AN_OPTION)
    return value


def _option_keys(question: QuestionDefinition, value: object) -> list[str]:
    """Return what was sent as a list of this question's options, as it was sent."""
    if value in ("", []):
        raise Refused(Refusal.NOTHING_CHOSEN)
    if not isinstance(value, list) or any(
        one not in question["options"] for one in value
    ):
        raise Refused(Refusal.NOT_AN_OPTION)
    return value


def _several_options(question: QuestionDefinition, value: object) -> list[str]:
    sent = _option_keys(question, value)
    chosen = [key for key in question["options"] if key in sent]
    if len(chosen) > 1 and set(chosen) & set(question.get("alone", [])):
        raise Refused(Refusal.NOT_ALONE)
    if len(chosen) > question.get("most", len(chosen)):
        raise Refused(Refusal.TOO_MANY)
    return chosen


def _order(question: QuestionDefinition, value: object) -> list[str]:
    """Return the options in the order they were put: all of them, or the first `most`."""
    put = _option_keys(question, value)
    if len(set(put)) < len(put):
        raise Refused(Refusal.TWICE)
    number = len(question["options"])
    wanted = min(question.get("most", number), number)
    if len(put) > wanted:
        raise Refused(Refusal.TOO_MANY)
    if len(put) < wanted:
        raise Refused(Refusal.NOT_ALL)
    return list(put)


def _date(question: QuestionDefinition, value: object) -> str:
    """Return a year, or a year and a month where those are asked for; never a day."""
    if value in ("", "-"):
        raise Refused(Refusal.NOTHING_CHOSEN)
    found = DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Refused(Refusal.NOT_A_DATE)
    year, month = found.groups()
    with_month = question.get("date_parts") == DateParts.MONTH
    if int(year) not in YEARS or with_month != (month is not None):
        raise Refused(Refusal.NOT_A_DATE)
    if month is not None and int(month) not in MONTHS:
        raise Refused(Refusal.NOT_A_DATE)
    return found.group()


def _number(value: object) -> int:
    if value == "":
        raise Refused(Refusal.NOTHING_CHOSEN)
    if isinstance(value, str) and value in map(str, SCALE):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value in SCALE:
        return value
    raise Refused(Refusal.NOT_AN_OPTION)


def kept_words(value: object, *, longest: int = LONGEST_TEXT) -> str:
    """Return words as they are kept; raises Refused when they cannot be."""
    if not isinstance(value, str):
        raise Refused(Refusal.NOT_AN_OPTION)
    words = unicodedata.normalize("NFC", value)
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in words):
        raise Refused(Refusal.UNKEEPABLE_CHARACTER)
    if characters(words) > longest:
        raise Refused(Refusal.TOO_LONG)
    return words
