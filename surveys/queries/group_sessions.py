"""Reads group sessions: whether one lets people in, and how far a room is."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from surveys.enums import ResponseState
from surveys.models import GroupSession, Invitation, Response, Survey

# A start that was left before a page was sent is a tap too many, and nobody's.
STARTED = ~Q(state=ResponseState.UNDER_WAY, capability_hash=None, answers={})
FINISHED = ~Q(state=ResponseState.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class RoomCounts:
    """How many have started in a room, and how many of them finished; nothing else."""

    started: int
    finished: int


def lasting(*, at: datetime) -> QuerySet[GroupSession]:
    """Return the sessions that let people in at the moment `at`."""
    return GroupSession.objects.filter(
        closed_at=None,
        opened_at__lte=at,
        closes_at__gt=at,
        invitation__stopped_at=None,
    )


def session_lasts(invitation: Invitation, *, at: datetime) -> bool:
    """Say whether the group session behind a way in lets people in at the moment `at`."""
    return lasting(at=at).filter(invitation=invitation).exists()


def sessions_of(survey: Survey) -> QuerySet[GroupSession]:
    """Return a survey's sessions, the newest first."""
    return GroupSession.objects.filter(invitation__survey=survey).select_related(
        "invitation__made_by"
    )


def room_counts(session: GroupSession) -> RoomCounts:
    """Return how many have started and finished in the room of `session`."""
    counts = Response.objects.filter(invitation=session.invitation_id).aggregate(
        started=Count("pk", filter=STARTED), finished=Count("pk", filter=FINISHED)
    )
    return RoomCounts(**counts)
