"""Reads of the rest of a response: what else was answered, as it was asked."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import QuestionDefinition, Words, question_words
from surveys.models import Response
from surveys.queries.steps import definition_of
from voice.moderation.models import Reading

HIGHEST = 10


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
    for question in definition_of(response.edition)["questions"]:
        if question["key"] == beside.comment.question.key:
            continue
        line = _line(question, response)
        line.reading = readings.get(question["key"])
        if line.said or line.skipped or line.reading:
            lines.append(line)
    return lines


def _line(question: QuestionDefinition, response: Response) -> Line:
    """Return one question and what was chosen; nothing said when it was not asked."""
    words = question_words(
        question, language=response.language, age_band=response.age_band
    )
    answer = response.answers.get(question["key"], {})
    return Line(
        prompt=words["prompt"],
        said=_said(question, words, answer),
        skipped=answer.get("state") == AnswerState.SKIPPED,
    )


def _said(
    question: QuestionDefinition, words: Words, answer: dict[str, Any]
) -> list[str]:
    """Return a closed answer in the words of its options."""
    value = answer.get("value")
    if answer.get("state") != AnswerState.ANSWERED or value is None:
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
    keys = value if isinstance(value, list) else [value]
    return [words["options"].get(key, str(key)) for key in keys]
