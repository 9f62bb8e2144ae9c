"""A closed answer in words, as it was asked."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import QuestionDefinition, Words

HIGHEST = 10
BESIDE = frozenset({AnswerState.NOT_SURE, AnswerState.NOT_SAID})


def answer_words(
    question: QuestionDefinition, words: Words, answer: dict[str, Any]
) -> list[str]:
    """Return a closed answer in the words of its options, or that it was not sure."""
    state, value = answer.get("state"), answer.get("value")
    if state in BESIDE:
        return [str(AnswerState(state).label)]
    if state != AnswerState.ANSWERED or value is None:
        return []
    if question["kind"] == QuestionKind.SCALE:
        return [
            _("%(number)s, where 0 is “%(low)s” and %(highest)s is “%(high)s”")
            % {
                "number": value,
                "low": words["low"],
                "highest": HIGHEST,
                "high": words["high"],
            }
        ]
    if question["kind"] == QuestionKind.DATE:
        return [_date(str(value))]
    keys = value if isinstance(value, list) else [value]
    texts = [words["options"].get(key, str(key)) for key in keys]
    if question["kind"] == QuestionKind.ORDER:
        return [f"{place}. {text}" for place, text in enumerate(texts, start=1)]
    return texts


def _date(said: str) -> str:
    """Return a year, or a month and its year, as people write it."""
    year, _dash, month = said.partition("-")
    if not month:
        return year
    return date_format(date(int(year), int(month), 1), "F Y")
