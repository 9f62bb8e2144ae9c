"""All counted answers of a survey as lines of CSV, in an order that tells nothing.

For those who run the survey: closed answers as they were given, words as they were
kept. No id, no day, nothing typed before somebody has read it, nothing under a concern.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from surveys.domain.counting import may_be_counted
from surveys.enums import (
    AnswerState,
    Company,
    InvitationKind,
    QuestionKind,
)
from surveys.languages import band_name, language_name
from surveys.logic.answers import SCALE
from surveys.logic.asked import base_words, is_counted
from surveys.logic.definition import QuestionDefinition
from surveys.logic.packing import Packer, layout_of
from surveys.models import Edition, Invitation, Response, Survey
from surveys.queries.joined import newest_questions
from voice.moderation.queries.kept import counted_readings, kept_texts
from voice.releases.logic.answer_cells import Shape, csv_cell, shape_of

AT_ONCE = 5_000
ID_BITS = 128
NEW_LINE = "\r\n"
Front = tuple[date, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines: how many responses, and the comments whose words are among them."""

    content: bytes
    responses: int
    comments: list[UUID]


class AnswersOut:
    """The counted responses of a survey, as they are when it is made."""

    def __init__(self, survey: Survey, *, on: date) -> None:
        """Draw the order, and look up once what every line needs."""
        self._survey = survey
        editions = list(survey.editions.order_by("-number"))
        asked = newest_questions(editions)
        self._closed = [(e, q) for e, q in asked if is_counted(q)]
        self._told = [(e, q) for e, q in asked if _has_words(q)]
        self._shapes = {edition.pk: self._shape(edition) for edition in editions}
        self._packers = {edition.pk: _packer(edition) for edition in editions}
        self._fronts = _Fronts(survey)
        counted = Response.objects.filter(may_be_counted(on)).order_by()
        self.total = counted.filter(edition__survey=survey).count()
        self._counted = _of(list(self._shapes), counted, at_once=self.total <= AT_ONCE)
        self._has_words = counted_readings(survey).exists()

    def header(self) -> bytes:
        """Return the first line, with the mark by which spreadsheets read UTF-8."""
        names = [
            _("Week"),
            _("Way in"),
            _("Age band"),
            _("Language"),
            _("Who was with them"),
        ]
        names += [_prompt(edition, question) for edition, question in self._closed]
        for edition, question in self._told:
            prompt = _prompt(edition, question)
            names.append(
                _("%(question)s (in their own words)") % {"question": prompt}
                if is_counted(question)
                else prompt
            )
        return (",".join(map(csv_cell, names)) + NEW_LINE).encode("utf-8-sig")

    def batches(self) -> Iterator[Lines]:
        """Yield all lines, some at a time, in an order that tells nothing.

        A batch is a range of the random ids, and batches are drawn by lot; within one
        the lines stand by what they say. What was withdrawn, set aside or ended
        meanwhile is left out.
        """
        ranges = _ranges(math.ceil(self.total / AT_ONCE))
        SystemRandom().shuffle(ranges)
        for ids in ranges:
            yield self._lines(self._counted.filter(ids))

    def _lines(self, found: QuerySet[Response]) -> Lines:
        """Return the lines of some responses."""
        rows = list(
            found.values_list(
                "pk",
                "edition",
                "packed",
                "week",
                "invitation",
                "age_band",
                "language",
                "company",
            )
        )
        answers = self._answers(rows)
        words, comments = self._words([row[0] for row in rows])
        none: dict[str, str] = {}
        tail = "," * len(self._told)
        lines = []
        for row in rows:
            pk, edition, packed, week, way_in, age_band, language, company = row
            front = (week, way_in, age_band, language, company)
            own = answers.get(pk, {})
            shape = self._shapes[edition]
            bits = packed if packed is not None else self._packers[edition].pack(own)
            cells = [self._fronts[front], *shape.cells(bytes(bits), own)]
            line = ",".join(cells)
            said = words.get(pk, none)
            lines.append(line + (self._said(said) if said else tail) + NEW_LINE)
        lines.sort()
        return Lines("".join(lines).encode(), len(lines), comments)

    def _answers(self, rows: list[tuple[Any, ...]]) -> dict[UUID, dict[str, Any]]:
        """Return the answers of those whose packed bytes are missing, or not enough."""
        needed = [
            pk
            for pk, edition, packed, *_front in rows
            if packed is None or self._shapes[edition].needs_answers
        ]
        if not needed:
            return {}
        found = Response.objects.filter(pk__in=needed).values_list("pk", "answers")
        return dict(found)

    def _words(self, ids: list[UUID]) -> tuple[dict[UUID, dict[str, str]], list[UUID]]:
        """Return the kept words of some responses by question, and whose they are."""
        if not self._has_words:
            return {}, []
        readings = list(
            counted_readings(self._survey).filter(comment__response__in=ids)
        )
        texts = kept_texts(readings)
        words: dict[UUID, dict[str, str]] = {}
        for reading in readings:
            comment = reading.comment
            assert comment.response_id is not None  # noqa: S101 - counted_readings are of responses
            of = words.setdefault(comment.response_id, {})
            of[comment.question.key] = texts[reading.pk]
        return words, [reading.comment_id for reading in readings]

    def _said(self, words: dict[str, str]) -> str:
        """Return the columns of words of one response, each after a comma."""
        return "".join(
            "," + csv_cell(words.get(question["key"], ""))
            for _edition, question in self._told
        )

    def _shape(self, edition: Edition) -> Shape:
        """Return how the answers to one edition become cells."""
        questions = {one["key"]: one for one in edition.definition["questions"]}
        return shape_of(
            [question["key"] for _edition, question in self._closed],
            layout_of(edition.definition["questions"]),
            questions,
            {
                key: _texts(edition, one)
                for key, one in questions.items()
                if is_counted(one)
            },
            {state.value: str(state.label) for state in AnswerState},
        )


class _Fronts(dict[Front, str]):
    """The first columns of a line, by what a response says of itself."""

    def __init__(self, survey: Survey) -> None:
        """Look up the ways in."""
        super().__init__()
        self._kinds = {
            pk: str(InvitationKind(kind).label)
            for pk, kind in Invitation.objects.filter(survey=survey).values_list(
                "pk", "kind"
            )
        }

    def __missing__(self, front: Front) -> str:
        """Return the columns, and remember them."""
        week, invitation, age_band, language, company = front
        cells = [
            week.isoformat(),
            self._kinds[invitation],
            band_name(age_band),
            str(language_name(language)),
            str(Company(company).label),
        ]
        line = self[front] = ",".join(map(csv_cell, cells))
        return line


def _of(
    editions: list[int], counted: QuerySet[Response], *, at_once: bool
) -> QuerySet[Response]:
    """Return what is counted of some editions, read at once or by ranges of ids.

    For ranges by a sum, so that no index of editions is preferred to that of ids.
    """
    if at_once:
        return counted.filter(edition__in=editions)
    return counted.alias(of=F("edition") + 0).filter(of__in=editions)


def _ranges(number: int) -> list[Q]:
    """Return so many ranges of all ids, each as wide; ids are random, so each is a lot."""
    width = 2**ID_BITS // max(1, number)
    starts = [UUID(int=place * width) for place in range(number)]
    return [
        Q(pk__gte=start, pk__lt=end) if end else Q(pk__gte=start)
        for start, end in zip_longest(starts, starts[1:])
    ]


def _packer(edition: Edition) -> Packer:
    """Return what packs the answers no roll-up has reached."""
    return Packer(layout_of(edition.definition["questions"]))


def _has_words(question: QuestionDefinition) -> bool:
    """Say whether a question is answered in young people's own words, or may be."""
    return question["kind"] in QuestionKind.told() or "other" in question


def _prompt(edition: Edition, question: QuestionDefinition) -> str:
    """Return what was asked, in the base language."""
    return base_words(edition.definition, question)["prompt"]


def _texts(edition: Edition, question: QuestionDefinition) -> dict[str, str]:
    """Return what can be chosen, by its key; a scale is told in its numbers."""
    if question["kind"] == QuestionKind.SCALE:
        return {str(number): str(number) for number in SCALE}
    return dict(base_words(edition.definition, question)["options"])
