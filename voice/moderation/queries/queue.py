"""Reads of the queue: readings in order, who has them in hand, their counts."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Min,
    Q,
    QuerySet,
    Value,
    When,
)

from surveys.models import Survey
from surveys.queries.members import surveys_of
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.moderation.enums import ReadingState
from voice.moderation.logic.wanted import (
    EVERY_LANGUAGE,
    MY_LANGUAGES,
    Cell,
    Routes,
    Wanted,
)
from voice.moderation.models import Decision, Reading

# How long somebody keeps a comment in hand without doing anything.
IDLE = timedelta(minutes=15)


def readings_of(survey: Survey) -> QuerySet[Reading]:
    """Return every reading of a survey, worries first, then the oldest."""
    return Reading.objects.filter(comment__survey=survey).select_related(
        "comment", "comment__question", "comment__response", "decided_by"
    )


def wanted_readings(
    wanted: Wanted, *, routes: Routes, by: User, now: datetime
) -> QuerySet[Reading]:
    """Return what is wanted of the surveys in `routes`, worries first, then oldest."""
    found = Reading.objects.filter(
        comment__survey__in=list(routes.read), state=wanted.state
    )
    if wanted.survey:
        found = found.filter(comment__survey=wanted.survey)
    if wanted.question:
        found = found.filter(comment__question=wanted.question)
    if wanted.age_band:
        found = found.filter(comment__age_band=wanted.age_band)
    if wanted.mine:
        found = found.filter(in_hand_of(by, now=now))
    if wanted.language != EVERY_LANGUAGE:
        found = found.filter(_in_language(wanted.language, routes=routes))
    return found


def in_hand_of(user: User, *, now: datetime) -> Q:
    """Return the condition that `user` has a reading in hand."""
    return Q(assigned_to=user.pk, assigned_at__gt=now - IDLE)


def free_for(user: User, *, now: datetime) -> Q:
    """Return the condition that nobody but `user` has a reading in hand."""
    return Q(assigned_to=None) | Q(assigned_to=user.pk) | Q(assigned_at__lte=now - IDLE)


def _in_language(language: str, *, routes: Routes) -> Q:
    """Return the condition that logic.wanted.in_language states."""
    if language != MY_LANGUAGES:
        return Q(comment__language=language) | Q(guessed_language=language)
    mine = sorted(routes.mine)
    led = Q(comment__language__in=mine) | Q(guessed_language__in=mine)
    surveys: dict[frozenset[str], list[int]] = defaultdict(list)
    for survey, read in routes.read.items():
        surveys[read].append(survey)
    for read, ids in surveys.items():
        spoken = sorted(read)
        led |= Q(comment__survey__in=ids) & (
            ~Q(comment__language__in=spoken)
            | (~Q(guessed_language="") & ~Q(guessed_language__in=spoken))
        )
    return led


def cells(*, routes: Routes, by: User, now: datetime) -> list[Cell]:
    """Return how many readings are alike in all that can be chosen; one query."""
    rows = (
        Reading.objects.filter(comment__survey__in=list(routes.read))
        .order_by()
        .annotate(
            mine=Case(
                When(in_hand_of(by, now=now), then=Value(True)),  # noqa: FBT003 - SQL's own
                default=Value(False),  # noqa: FBT003
                output_field=BooleanField(),
            )
        )
        .values_list(
            "comment__survey",
            "comment__question",
            "comment__language",
            "guessed_language",
            "comment__age_band",
            "state",
            "worry",
            "mine",
        )
        .annotate(Count("pk"), Min("arrived_at"))
    )
    return [Cell(*row) for row in rows]


def surveys_to_read(*, by: Visitor) -> QuerySet[Survey]:
    """Return the surveys with comments `by` may read, `waiting` and `worries` counted.

    Those with worries come first, then those with most waiting.
    """
    waiting = Q(comments__reading__state=ReadingState.WAITING)
    return (
        surveys_of(by)
        .filter(comments__reading__isnull=False)
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
