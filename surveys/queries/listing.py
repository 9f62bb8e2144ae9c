"""The surveys somebody runs, with where each stands and its live counts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from surveys.enums import SurveyState
from surveys.models import ArchivedSurvey, Edition, ScheduleRefusal, Survey
from surveys.queries.reach import NONE, LiveCounts, counts_of_surveys
from surveys.queries.standing import state_of

# What young people can answer comes first.
PLACES = {
    SurveyState.OPEN: 0,
    SurveyState.WAITING: 1,
    SurveyState.DRAFT: 1,
    SurveyState.CLOSED: 2,
    SurveyState.ARCHIVED: 3,
}


@dataclass(frozen=True, slots=True)
class SurveyRun:
    """One survey as its workers see it."""

    survey: Survey
    state: SurveyState
    counts: LiveCounts
    was_refused: bool

    @property
    def is_open(self) -> bool:
        """Say whether it takes answers today."""
        return self.state is SurveyState.OPEN


def put_away(of: QuerySet[Survey]) -> QuerySet[Survey]:
    """Return the archived ones among `of`."""
    return of.filter(_exists(ArchivedSurvey))


def at_hand(of: QuerySet[Survey]) -> QuerySet[Survey]:
    """Return those among `of` that are not archived."""
    return of.filter(~_exists(ArchivedSurvey))


def surveys_to_run(of: QuerySet[Survey], *, on: date) -> list[SurveyRun]:
    """Return the surveys among `of` with live counts; what is open on `on` first."""
    surveys = (
        of.select_related("consultation")
        .defer("questions")
        .annotate(
            published=_exists(Edition),
            away=_exists(ArchivedSurvey),
            refused=_exists(ScheduleRefusal),
        )
        .order_by("-consultation__opens_on", "title", "pk")
    )
    counted = counts_of_surveys(of.order_by())
    runs = [
        SurveyRun(
            survey,
            state_of(survey, published=survey.published, archived=survey.away, on=on),
            counted.get(survey.pk, NONE),
            survey.refused,
        )
        for survey in surveys
    ]
    return sorted(runs, key=lambda run: PLACES[run.state])


def _exists(model: type[ArchivedSurvey | Edition | ScheduleRefusal]) -> Exists:
    """Return the condition that a survey has a row of `model`."""
    return Exists(QuerySet(model).filter(survey=OuterRef("pk")).order_by())
