"""Reads of second readings: what waits, what differs, and how often two agree."""

from django.db.models import F, QuerySet

from surveys.models import Survey
from voice.accounts.models import User
from voice.moderation.enums import SecondState
from voice.moderation.logic.agreement import Agreement, agreement
from voice.moderation.models import SecondReading


def second_readings(surveys: QuerySet[Survey]) -> QuerySet[SecondReading]:
    """Return the second readings of these surveys, oldest first.

    Those of decisions that still stand: what was decided anew is another decision.
    """
    return SecondReading.objects.filter(
        first__reading__comment__survey__in=surveys,
        first__version=F("first__reading__version"),
    ).select_related(
        "first__by",
        "by",
        "first__reading__comment__survey",
        "first__reading__comment__question",
        "first__reading__comment__response__edition",
        "first__reading__comment__response__invitation",
        "first__reading__comment__session_note__edition",
        "first__reading__comment__session_note__written_by",
    )


def waiting_for(user: User, surveys: QuerySet[Survey]) -> QuerySet[SecondReading]:
    """Return those that wait for a second reader and were not decided by `user`."""
    return (
        second_readings(surveys)
        .filter(state=SecondState.WAITING)
        .exclude(first__by=user)
    )


def to_settle(surveys: QuerySet[Survey]) -> QuerySet[SecondReading]:
    """Return those on which two readers differ."""
    return second_readings(surveys).filter(state=SecondState.DIFFERS)


def agreement_on(surveys: QuerySet[Survey]) -> Agreement:
    """Return how often two readers came to the same, over all that were read twice."""
    pairs = (
        SecondReading.objects.filter(first__reading__comment__survey__in=surveys)
        .exclude(state=SecondState.WAITING)
        .values_list("first__state", "came_to")
    )
    return agreement(list(pairs))
