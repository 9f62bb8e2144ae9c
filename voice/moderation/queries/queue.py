"""Reads of the queue: readings in order, who has them in hand, their counts."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from uuid import UUID

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
from surveys.queries.members import surveys_of, surveys_run_by
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
from voice.moderation.models.reading import IDLE


def wanted_readings(
    wanted: Wanted, *, routes: Routes, by: User, now: datetime
) -> QuerySet[Reading]:
    """Return what is wanted of the surveys in `routes`, worries first, then oldest."""
    found = _chosen(wanted, routes=routes).filter(state=wanted.state)
    if wanted.mine:
        found = found.filter(in_hand_of(by, now=now))
    return found


def searchable(wanted: Wanted, *, routes: Routes) -> QuerySet[Reading]:
    """Return where to search: what is wanted, decided or not, in any hand.

    In every language unless one was chosen; never what was passed on, which is the
    safeguarding leads' alone.
    """
    if wanted.language == MY_LANGUAGES:
        wanted = replace(wanted, language=EVERY_LANGUAGE)
    return _chosen(wanted, routes=routes).exclude(state=ReadingState.PASSED_ON)


def _chosen(wanted: Wanted, *, routes: Routes) -> QuerySet[Reading]:
    """Return what is wanted by survey, question, age band and language."""
    found = Reading.objects.filter(comment__survey__in=list(routes.read))
    if wanted.survey:
        found = found.filter(comment__survey=wanted.survey)
    if wanted.question:
        found = found.filter(comment__question=wanted.question)
    if wanted.age_band:
        found = found.filter(comment__age_band=wanted.age_band)
    if wanted.language != EVERY_LANGUAGE:
        found = found.filter(_in_language(wanted.language, routes=routes))
    return found


def in_the_list(readings: QuerySet[Reading]) -> QuerySet[Reading]:
    """Return the same readings with what a list tells of each; no words."""
    return readings.select_related(
        "comment__question",
        "comment__survey",
        "comment__response",
        "comment__session_note",
        "assigned_to",
    ).defer(
        "sealed_kept", "hints", "comment__sealed_words", "comment__survey__questions"
    )


def decided_since(moment: datetime, *, by: User) -> QuerySet[Reading]:
    """Return what `by` decided after `moment`, in surveys they run."""
    return Reading.objects.filter(
        decided_by=by,
        decided_at__gt=moment,
        comment__survey__in=surveys_run_by(by),
    ).select_related("comment")


def screenful_of(user: User, *, now: datetime) -> QuerySet[Reading]:
    """Return what `user` has in hand and waits, in order, with what a page needs."""
    return Reading.objects.filter(
        in_hand_of(user, now=now),
        state=ReadingState.WAITING,
        comment__survey__in=surveys_run_by(user),
    ).select_related("comment__question", "comment__survey", "comment__response")


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


def last_decision(reading: Reading) -> Decision | None:
    """Return the newest decision about a reading, with who made it."""
    return reading.decisions.select_related("by").order_by("-version").first()


def waiting_to_be_read(survey: Survey) -> set[UUID]:
    """Return the ids of a survey's comments that nobody has read and decided."""
    waiting = Reading.objects.filter(comment__survey=survey, state=ReadingState.WAITING)
    return set(waiting.order_by().values_list("comment_id", flat=True))


def passed_on_to_leads(survey: Survey) -> set[UUID]:
    """Return the ids of a survey's comments that safeguarding leads alone may open."""
    gone = Reading.objects.filter(comment__survey=survey, state=ReadingState.PASSED_ON)
    return set(gone.order_by().values_list("comment_id", flat=True))
