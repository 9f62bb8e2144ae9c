"""How many finished what they began, how long it took, and where the others stopped.

Exact and live, for those who run the survey; what came by codes where names are not
asked is told as on Monday (surveys.queries.reach).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from surveys.enums import ResponseState
from surveys.logic.asked import base_words
from surveys.logic.paths import is_asked
from surveys.logic.tallying import ALL
from surveys.logic.took import Quartiles, quartiles
from surveys.models import Edition, Response, Survey
from surveys.queries.joined import newest_questions
from surveys.queries.joined_counts import NO_GROUPS, percent, sheets_of, together
from surveys.queries.reach import TOLD_LIVE, live_counts
from surveys.time_taken import Took

TOOK = "took"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: what it is called, how many, of a hundred."""

    text: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Finishing:
    """What became of what was begun.

    `started` sent at least one page; `going` may still finish; `opened` sent nothing
    and are not among the started. `times` are those who finished, by how long it
    took; `half` and the others None where no time is known. `stops` are questions,
    each with how many sent it last, in the order they are asked.
    """

    started: int
    finished: int
    left: int
    going: int
    opened: int
    percent: int
    times: tuple[Part, ...]
    not_timed: int
    quartiles: Quartiles | None
    stops: tuple[Part, ...]

    @property
    def most(self) -> Part | None:
        """Return the question after which most stopped; None where it is no single one."""
        ranked = sorted(self.stops, key=lambda one: -one.count)
        if not ranked or (len(ranked) > 1 and ranked[0].count == ranked[1].count):
            return None
        return ranked[0]


def finishing_of(survey: Survey) -> Finishing:
    """Return what became of what was begun of a survey; in a fixed number of queries."""
    editions = list(survey.editions.order_by("-number"))
    by_place = _left(survey)
    left = sum(number for (_edition, place), number in by_place.items() if place)
    opened = sum(number for (_edition, place), number in by_place.items() if not place)
    finished = live_counts(survey).finished
    going = _going(survey)
    took = _took(editions)
    known = sum(took.get(one.value, 0) for one in Took.known())
    return Finishing(
        started=finished + left + going,
        finished=finished,
        left=left,
        going=going,
        opened=opened,
        percent=percent(finished, finished + left + going),
        times=tuple(
            Part(str(one.label), count, percent(count, known))
            for one in Took.known()
            for count in [took.get(one.value, 0)]
        ),
        not_timed=took.get(Took.NOT_KNOWN.value, 0),
        quartiles=quartiles(took),
        stops=_stops(editions, by_place, left),
    )


def _left(survey: Survey) -> dict[tuple[int, int], int]:
    """Return how many left, by edition and the place of the last question sent."""
    rows = (
        Response.objects.filter(
            edition__survey=survey,
            state=ResponseState.UNDER_WAY,
            packed=None,
            reached__isnull=False,
        )
        .order_by()
        .values_list("edition", "reached")
        .annotate(number=Count("*"))
    )
    return {(edition, reached): number for edition, reached, number in rows}


def _going(survey: Survey) -> int:
    """Return how many have sent a page and may still finish."""
    going = Response.objects.filter(
        TOLD_LIVE,
        ~Q(answers={}),
        edition__survey=survey,
        state=ResponseState.UNDER_WAY,
        packed=None,
        reached=None,
    )
    return going.count()


def _took(editions: list[Edition]) -> Mapping[str, int]:
    """Return how many finished, by how long it took."""
    sheets = sheets_of(editions, TOOK).values()
    cells = together(sheet.cells for sheet in sheets)
    return cells.get(ALL, {}).get(ALL, NO_GROUPS)


def _stops(
    editions: list[Edition], by_place: Mapping[tuple[int, int], int], left: int
) -> tuple[Part, ...]:
    """Return each question with how many sent it last."""
    keys = {
        edition.pk: [one["key"] for one in edition.definition["questions"]]
        for edition in editions
    }
    counts: dict[str, int] = {}
    for (edition, place), number in by_place.items():
        if place:
            key = keys[edition][place - 1]
            counts[key] = counts.get(key, 0) + number
    return tuple(
        Part(base_words(edition.definition, one)["prompt"], count, percent(count, left))
        for edition, one in newest_questions(editions)
        if is_asked(one)
        for count in [counts.get(one["key"], 0)]
    )
