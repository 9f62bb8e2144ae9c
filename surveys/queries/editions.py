"""Reads editions."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.logic.compiling import compile_definition, hash_of
from surveys.logic.definition import Definition
from surveys.logic.weeks import monday
from surveys.models import Edition, Response, Survey
from surveys.queries.reach import IS_FINISHED, LEFT, STILL_GOING, TOLD_LIVE


def current_edition(survey: Survey) -> Edition | None:
    """Return the newest edition of `survey`; None when it was never published."""
    return survey.editions.order_by("-number").first()


def next_definition(survey: Survey) -> Definition:
    """Return the newest draft of `survey` compiled, as publishing it now would."""
    return compile_definition(latest_draft_of(survey), written_of(survey))


def draft_is_newer(survey: Survey, edition: Edition) -> bool:
    """Say whether publishing the newest draft would make another edition."""
    return hash_of(next_definition(survey)) != edition.content_hash


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition as those who run the survey see it, with its counts.

    Of what came by codes where names are not asked: what began before Monday, finished.
    """

    edition: Edition
    under_way: int
    finished: int


def editions_of(survey: Survey) -> list[EditionRow]:
    """Return the editions of `survey`, newest first, definitions and all."""
    responses = Response.objects.filter(edition__survey=survey)
    before = Q(week__lt=monday(timezone.localdate()))
    under_way = _by_edition(
        responses.filter(TOLD_LIVE, LEFT, packed=None),
        responses.filter(TOLD_LIVE, STILL_GOING, packed=None),
    )
    finished = _by_edition(responses.filter(IS_FINISHED, TOLD_LIVE | before))
    return [
        EditionRow(
            edition,
            under_way=under_way.get(edition.pk, 0),
            finished=finished.get(edition.pk, 0),
        )
        for edition in survey.editions.select_related("published_by").order_by(
            "-number"
        )
    ]


def _by_edition(
    first: QuerySet[Response], *others: QuerySet[Response]
) -> dict[int, int]:
    """Return how many responses there are in all of these, by edition; one query."""
    counted = [
        rows.order_by().values_list("edition").annotate(number=Count("*"))
        for rows in (first, *others)
    ]
    found: dict[int, int] = {}
    for edition, number in counted[0].union(*counted[1:], all=True):
        found[edition] = found.get(edition, 0) + number
    return found
