"""When each kind of data of a survey has to go, and what of it is still there."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery

from surveys.enums import Kept, ResponseState
from surveys.models import Edition, Response, Survey
from surveys.unread import unread_comments
from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, sealed_columns

GONE = sorted({ResponseState.ENDED.value, ResponseState.WITHDRAWN.value})


@dataclass(frozen=True, slots=True)
class Standing:
    """One survey's retention: when things go, what is left, what nobody has read."""

    survey: Survey
    words_end: date
    responses_end: date
    contact_ends: date
    words_left: int
    responses_left: int
    unread: int
    today: date

    @property
    def words_overdue(self) -> bool:
        """Say whether words are still there after their last day."""
        return bool(self.words_left) and self.today > self.words_end

    @property
    def responses_overdue(self) -> bool:
        """Say whether answers are still there after their last day."""
        return bool(self.responses_left) and self.today > self.responses_end

    @property
    def is_overdue(self) -> bool:
        """Say whether anything is."""
        return self.words_overdue or self.responses_overdue


def last_day(survey: Survey, what: Kept) -> date:
    """Return the last day on which `what` of a survey is kept.

    Never later than the newest edition promised: a closed survey's row holds what its
    draft says, which nobody was told.
    """
    days = {
        Kept.WORDS: (survey.keep_words_days, "words"),
        Kept.RESPONSES: (survey.keep_responses_days, "responses"),
        Kept.CONTACT: (survey.keep_contact_days, "contact"),
    }
    drafted, name = days[what]
    promised = _promised(survey).get(name, drafted)
    return survey.consultation.closes_on + timedelta(days=min(drafted, promised))


def _promised(survey: Survey) -> dict[str, int]:
    """Return the days the newest edition told young people; empty before the first."""
    if "promised" in survey.__dict__:
        return survey.__dict__["promised"] or {}
    keeps = survey.editions.order_by("-number").values_list("definition__keeps")
    return next((found for (found,) in keeps[:1]), None) or {}


def published_surveys() -> QuerySet[Survey]:
    """Return every survey that may hold answers, with its consultation.

    `promised` is what its newest edition told young people of how long things are kept.
    """
    newest = Edition.objects.filter(survey=OuterRef("pk")).order_by("-number")
    return (
        Survey.objects.filter(Exists(newest.order_by()))
        .select_related("consultation")
        .defer("questions")
        .annotate(promised=Subquery(newest.values("definition__keeps")[:1]))
        .order_by("consultation__closes_on", "pk")
    )


def standings(*, on: date) -> list[Standing]:
    """Return every published survey's retention; overdue ones first."""
    found = [standing_of(survey, on=on) for survey in published_surveys()]
    return sorted(found, key=lambda one: not one.is_overdue)


def standing_of(survey: Survey, *, on: date) -> Standing:
    """Return one survey's retention."""
    return Standing(
        survey=survey,
        words_end=last_day(survey, Kept.WORDS),
        responses_end=last_day(survey, Kept.RESPONSES),
        contact_ends=last_day(survey, Kept.CONTACT),
        words_left=sum(rows_left(column, survey).count() for column in raw_columns()),
        responses_left=responses_left(survey).count(),
        unread=len(unread_comments(survey)),
        today=on,
    )


def raw_columns() -> list[SealedColumn]:
    """Return the columns that hold what a child wrote, or words about it."""
    return [
        column
        for column in sealed_columns()
        if column.purpose == KeyPurpose.RAW and column.comment is not None
    ]


def rows_left(column: SealedColumn, survey: Survey) -> QuerySet[Model]:
    """Return the rows of a survey that hold something in this column."""
    path = f"{column.comment}__survey" if column.comment else "survey"
    rows: QuerySet[Model] = QuerySet(apps.get_model(column.model)).filter(
        **{path: survey}
    )
    return rows.exclude(**{column.column: b""}).exclude(**{column.column: None})


def responses_left(survey: Survey) -> QuerySet[Response]:
    """Return the responses of a survey whose answers are still there."""
    return Response.objects.filter(edition__survey=survey).exclude(state__in=GONE)
