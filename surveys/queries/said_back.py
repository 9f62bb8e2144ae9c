"""Reads what somebody has answered so far, to be looked through before Finish."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.dates import MONTHS

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import QuestionDefinition, Words
from surveys.logic.paths import is_asked
from surveys.logic.piping import words_at
from surveys.models import Comment, Response
from surveys.queries.steps import pages_of


@dataclass(frozen=True, slots=True)
class SaidBack:
    """One question as it was read, and what was answered, in lines; none when skipped.

    `number` is the page it stands on. `state` is an AnswerState, "" when nothing was
    sent from that page. Spoken or drawn answers have no lines: `kind` tells which.
    """

    number: int
    prompt: str
    state: str = ""
    lines: list[str] = field(default_factory=list)
    words: str = ""
    kind: str = ""

    @property
    def is_answered(self) -> bool:
        """Say whether there is an answer to show."""
        return self.state == AnswerState.ANSWERED


def said_back(response: Response) -> list[SaidBack]:
    """Return every question of a response's path with its answer; in the order asked.

    The words are the young person's own: for a response under way on the device that
    answers it, and for no other page.
    """
    pages = pages_of(response)
    told = {
        comment.question.key: comment
        for comment in Comment.objects.filter(
            response=response, taken_back=False
        ).select_related("question")
    }
    return [
        _said(response, pages, number, told.get(page["key"]))
        for number, page in enumerate(pages, start=1)
        if is_asked(page)
    ]


def _said(
    response: Response,
    pages: list[QuestionDefinition],
    number: int,
    comment: Comment | None,
) -> SaidBack:
    """Return one question with its answer."""
    question = pages[number - 1]
    words = words_at(
        pages,
        number,
        answers=response.answers,
        language=response.language,
        age_band=response.age_band,
    )
    answer = response.answers.get(question["key"], {})
    state = answer.get("state", "")
    if state != AnswerState.ANSWERED:
        return SaidBack(number, words["prompt"], state)
    return SaidBack(
        number,
        words["prompt"],
        state,
        lines=_lines(question, words, answer.get("value")),
        words="" if comment is None or comment.is_recorded else comment.read(),
        kind=comment.kind if comment and comment.is_recorded else "",
    )


def _lines(question: QuestionDefinition, words: Words, value: Any) -> list[str]:
    """Return a closed answer as it was read, a line each; nothing for own words."""
    if question["kind"] in QuestionKind.told():
        return []
    if question["kind"] == QuestionKind.DATE:
        return [_date(str(value))]
    values = value if isinstance(value, list) else [value]
    options = words["options"]
    lines = [str(options.get(one, one)) for one in values]
    if question["kind"] == QuestionKind.ORDER:
        return [f"{place}. {line}" for place, line in enumerate(lines, start=1)]
    return lines


def _date(value: str) -> str:
    """Return "2025-03" as "March 2025", and a year as it is."""
    year, _dash, month = value.partition("-")
    return f"{MONTHS[int(month)]} {year}" if month else year
