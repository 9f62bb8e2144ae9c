"""Reads of comments' readings and of concerns."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    When,
)

from surveys.enums import ResponseState
from surveys.models import Survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.council.domain.keys import open_texts
from voice.council.enums import KeyPurpose
from voice.moderation.enums import ConcernState, ReadingState
from voice.moderation.models import Concern, Decision, Reading

COUNTED = [state.value for state in ResponseState.counted()]
KEPT = [state.value for state in ReadingState.kept()]
OPEN_CONCERN = [state.value for state in ConcernState.open()]


def kept_readings(survey: Survey | None = None) -> QuerySet[Reading]:
    """Return the readings whose kept text may travel on; of all surveys without one.

    Approved or redacted, may be counted, from a finished response, and no open
    concern about the comment. Whoever shows or counts a comment starts from here.
    """
    readings = Reading.objects.filter(
        ~Exists(
            Concern.objects.filter(comment=OuterRef("comment"), state__in=OPEN_CONCERN)
        ),
        state__in=KEPT,
        may_count=True,
        comment__taken_back=False,
        comment__response__state__in=COUNTED,
    ).select_related("comment", "comment__question")
    return readings if survey is None else readings.filter(comment__survey=survey)


def kept_texts(readings: Iterable[Reading]) -> dict[int, str]:
    """Return the kept text of each reading by its id; one key look-up a survey."""
    by_survey: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.sealed_kept is not None:
            by_survey[reading.comment.survey_id].append(reading)
    texts: dict[int, str] = {}
    for survey_id, rows in by_survey.items():
        opened = open_texts(
            [(row.sealed_kept or b"", row.kept_place()) for row in rows],
            owner=f"survey:{survey_id}",
            purpose=KeyPurpose.KEPT,
        )
        texts |= {row.pk: text for row, text in zip(rows, opened, strict=True)}
    return texts


def readings_of(survey: Survey) -> QuerySet[Reading]:
    """Return every reading of a survey, worries first, then the oldest."""
    return Reading.objects.filter(comment__survey=survey).select_related(
        "comment", "comment__question", "comment__response", "decided_by"
    )


def surveys_to_read() -> QuerySet[Survey]:
    """Return surveys that have comments, with `waiting` and `worries` counted.

    Those with worries come first, then those with most waiting.
    """
    waiting = Q(comments__reading__state=ReadingState.WAITING)
    return (
        Survey.objects.filter(comments__reading__isnull=False)
        .select_related("consultation")
        .annotate(
            read_or_not=Count("comments__reading"),
            waiting=Count("comments__reading", filter=waiting),
            worries=Count(
                "comments__reading", filter=waiting & Q(comments__reading__worry=True)
            ),
        )
        .order_by("-worries", "-waiting", "title")
    )


def counts_by_state(survey: Survey) -> dict[str, int]:
    """Return how many of a survey's readings are in each state; states of none too."""
    found = dict(
        Reading.objects.filter(comment__survey=survey)
        .order_by()
        .values_list("state")
        .annotate(Count("pk"))
    )
    return {state.value: found.get(state.value, 0) for state in ReadingState}


def last_decision(reading: Reading) -> Decision | None:
    """Return the newest decision about a reading, with who made it."""
    return reading.decisions.select_related("by").order_by("-version").first()


def concerns() -> QuerySet[Concern]:
    """Return every concern: those still open first, the oldest first."""
    return Concern.objects.select_related(
        "comment__question", "comment__survey", "raised_by", "seen_by", "decided_by"
    ).order_by(
        Case(
            When(state=ConcernState.DECIDED, then=1),
            default=0,
            output_field=IntegerField(),
        ),
        "raised_at",
    )


def active_with(role: Role) -> QuerySet[User]:
    """Return the people who hold `role` and may sign in."""
    return User.objects.filter(is_active=True, groups__name=role.value)
