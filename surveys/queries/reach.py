"""How many have answered so far; exact, for those who run the survey only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from surveys.enums import ResponseState
from surveys.models import Response, Survey

# A start from which no page was sent (a tap too many) is not under way yet.
UNDER_WAY = Count("pk", filter=Q(state=ResponseState.UNDER_WAY) & ~Q(answers={}))
FINISHED = Count("pk", filter=Q(state__in=ResponseState.heard()))


@dataclass(frozen=True, slots=True)
class LiveCounts:
    """How many responses of a survey are under way, and how many finished."""

    under_way: int
    finished: int


def live_counts(survey: Survey) -> LiveCounts:
    """Return the live counts of `survey`, for those who run it."""
    counts = Response.objects.filter(edition__survey=survey).aggregate(
        under_way=UNDER_WAY, finished=FINISHED
    )
    return LiveCounts(**counts)


@dataclass(frozen=True, slots=True)
class SurveyRun:
    """One published survey as its workers see it."""

    survey: Survey
    is_open: bool
    counts: LiveCounts


def surveys_to_run(of: QuerySet[Survey], *, on: date) -> list[SurveyRun]:
    """Return the published ones among `of` with live counts; open on `on` first."""
    surveys = (
        of.filter(editions__isnull=False)
        .select_related("consultation")
        .defer("questions")
        .distinct()
        .order_by("-consultation__opens_on", "title")
    )
    counted = {
        row["edition__survey"]: LiveCounts(row["under_way"], row["finished"])
        for row in Response.objects.filter(edition__survey__in=of.order_by())
        .values("edition__survey")
        .annotate(under_way=UNDER_WAY, finished=FINISHED)
    }
    runs = [
        SurveyRun(
            survey,
            survey.live
            and survey.consultation.opens_on <= on <= survey.consultation.closes_on,
            counted.get(survey.pk, LiveCounts(0, 0)),
        )
        for survey in surveys
    ]
    return sorted(runs, key=lambda run: not run.is_open)
