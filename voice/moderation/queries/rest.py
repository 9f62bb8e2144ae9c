"""Reads of the rest of a response: what else was answered, as it was asked."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import QuestionDefinition, Words
from surveys.logic.piping import words_at
from surveys.models import Response
from surveys.queries.steps import definition_of
from voice.moderation.models import Reading

HIGHEST = 10
BESIDE = frozenset({AnswerState.NOT_SURE, AnswerState.NOT_SAID})


@dataclass(slots=True)
class Line:
    """One question of a response: `said` for a closed one, `reading` for a comment."""

    prompt: str
    said: list[str] = field(default_factory=list)
    skipped: bool = False
    reading: Reading | None = None
    words: str = ""


def rest_of(response: Response, *, beside: Reading) -> list[Line]:
    """Return every other question asked of this response, in order, without words.

    A closed answer comes in the wording the young person saw; a comment as its
    reading, for the domain to open.
    """
    readings = {
        reading.comment.question.key: reading
        for reading in Reading.objects.filter(comment__response=response)
        .exclude(pk=beside.pk)
        .select_related("comment__question")
    }
    lines = []
    questions = definition_of(response.edition)["questions"]
    for number, question in enumerate(questions, start=1):
        if question["key"] == beside.comment.question.key:
            continue
        words = words_at(
            questions,
            number,
            answers=response.answers,
            language=response.language,
            age_band=response.age_band,
        )
        line = _line(question, words, response)
        line.reading = readings.get(question["key"])
        if line.said or line.skipped or line.reading:
            lines.append(line)
    return lines


def _line(question: QuestionDefinition, words: Words, response: Response) -> Line:
    """Return one question and what was chosen; nothing said when it was not asked."""
    answer = response.answers.get(question["key"], {})
    return Line(
        prompt=words["prompt"],
        said=_said(question, words, answer),
        skipped=answer.get("state") == AnswerState.SKIPPED,
    )


def _said(
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
