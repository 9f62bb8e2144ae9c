"""Surveys that ask the same again, side by side: exact, for those who run all of them.

A survey is a round of another where both ask a question alike: the same key, kind and
options, as a copy does.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from surveys.logic.asked import asked_in, base_words, is_counted
from surveys.logic.definition import QuestionDefinition
from surveys.logic.tallying import ALL, ANSWERED, Cells
from surveys.models import Edition, Survey
from surveys.queries.joined import agrees, newest_questions
from surveys.queries.joined_counts import (
    NO_GROUPS,
    Groups,
    joined,
    percent,
    sheets_of,
    texts_of,
)

MOST = 6


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its survey, the day its consultation opens, how many it counts."""

    survey: Survey
    opens_on: date
    counted: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one option has in one round; `percent` of those who answered there."""

    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class QuestionRounds:
    """One question over the rounds: who answered, and each option, a place a round.

    None where a round does not ask it, or asks it otherwise. `reworded` says by round
    whether it is asked there in other words.
    """

    key: str
    prompt: str
    answered: tuple[int | None, ...]
    lines: tuple[tuple[str, tuple[Told | None, ...]], ...]
    reworded: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds that stand side by side, the oldest first, and question by question."""

    rounds: tuple[Round, ...]
    questions: tuple[QuestionRounds, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One round with its editions, the newest first, and their cells by edition."""

    survey: Survey
    editions: list[Edition]
    cells: dict[int, Cells]


def could_be_rounds(survey: Survey, *, among: QuerySet[Survey]) -> list[Survey]:
    """Return the surveys `among` those that ask a question as this one does, by age.

    Of the same audience alone: what others said is no round of it.
    """
    mine = [q for _one, q in newest_questions(_editions(survey)) if is_counted(q)]
    others = (
        among.exclude(pk=survey.pk)
        .filter(editions__isnull=False, audience=survey.audience)
        .select_related("consultation")
        .prefetch_related(
            Prefetch("editions", Edition.objects.defer("blocks").order_by("-number"))
        )
        .order_by("consultation__opens_on", "pk")
        .distinct()
    )
    return [
        other
        for other in others
        if any(agrees(one, q) for one in other.editions.all() for q in mine)
    ]


def rounds_of(survey: Survey, others: Collection[Survey]) -> Rounds:
    """Return this survey and `others` side by side, question by question as it asks.

    The oldest first. Two queries a round. Raises ValueError for a survey of others.
    """
    if any(one.audience != survey.audience for one in others):
        raise ValueError("Surveys of different audiences are never put together.")
    surveys = sorted(
        [survey, *others], key=lambda one: (one.consultation.opens_on, one.pk)
    )
    sides = [_side(one) for one in surveys]
    mine = next(side for side in sides if side.survey.pk == survey.pk)
    return Rounds(
        rounds=tuple(
            Round(side.survey, side.survey.consultation.opens_on, _counted(side))
            for side in sides
        ),
        questions=tuple(
            _question(edition, question, sides)
            for edition, question in newest_questions(mine.editions)
            if is_counted(question)
        ),
    )


def _editions(survey: Survey) -> list[Edition]:
    """Return the editions of a survey, the newest first."""
    return list(survey.editions.defer("blocks").order_by("-number"))


def _side(survey: Survey) -> _Side:
    """Return one round with what is counted of it."""
    editions = _editions(survey)
    sheets = sheets_of(editions, "")
    return _Side(survey, editions, {pk: one.cells for pk, one in sheets.items()})


def _counted(side: _Side) -> int:
    """Return how many responses a round counts."""
    return sum(
        cells.get(ALL, {}).get(ALL, {}).get("", 0) for cells in side.cells.values()
    )


def _question(
    edition: Edition, question: QuestionDefinition, sides: list[_Side]
) -> QuestionRounds:
    """Return one question over the rounds."""
    words = base_words(edition.definition, question)
    found = [joined(question, side.editions, side.cells) for side in sides]
    answered = [
        sum(one.options.get(ANSWERED, NO_GROUPS).values()) if one.asked else None
        for one in found
    ]
    lines = []
    for option, text in texts_of(question, words):
        told = [
            None if of is None else _told(one.options.get(f"={option}", NO_GROUPS), of)
            for one, of in zip(found, answered, strict=True)
        ]
        lines.append((text, tuple(told)))
    return QuestionRounds(
        key=question["key"],
        prompt=words["prompt"],
        answered=tuple(answered),
        lines=tuple(lines),
        reworded=tuple(
            one.asked and _other_words(side, question, words["prompt"])
            for one, side in zip(found, sides, strict=True)
        ),
    )


def _told(groups: Groups, of: int) -> Told:
    """Return the count of all together with its share of `of`."""
    count = sum(groups.values())
    return Told(count, percent(count, of))


def _other_words(side: _Side, question: QuestionDefinition, prompt: str) -> bool:
    """Say whether a round asks this question in other words than `prompt`."""
    for edition in side.editions:
        asked = asked_in(edition.definition, question["key"])
        if asked is not None and agrees(edition, question):
            return base_words(edition.definition, asked)["prompt"] != prompt
    return False
