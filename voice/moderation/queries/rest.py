"""Reads of the rest of a response: what else was answered, as it was asked."""

from dataclasses import dataclass, field

from surveys.enums import AnswerState
from surveys.logic.definition import QuestionDefinition, Words
from surveys.logic.piping import words_at
from surveys.models import Response
from surveys.queries.answer_words import answer_words
from surveys.queries.steps import definition_of
from voice.moderation.models import Reading


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
        said=answer_words(question, words, answer),
        skipped=answer.get("state") == AnswerState.SKIPPED,
    )
