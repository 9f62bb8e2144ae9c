"""Reads of possible worries that still wait for a person."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading, WorryWall

STILL_TO_READ = sorted({ReadingState.WAITING.value, ReadingState.TAKEN_BACK.value})


def worries_waiting() -> QuerySet[Reading]:
    """Return the readings with a possible worry that no reader has decided, oldest first."""
    return (
        Reading.objects.filter(worry=True, state__in=STILL_TO_READ)
        .select_related(
            "comment__survey",
            "comment__question",
            "comment__response__edition",
            "comment__response__invitation",
            "comment__session_note__edition",
        )
        .order_by("arrived_at", "pk")
    )


def worries_for(lead: User) -> QuerySet[Reading]:
    """Return the possible worries that wait, but for those that name `lead`."""
    walls = WorryWall.objects.filter(reading=OuterRef("pk"), user=lead)
    return worries_waiting().filter(~Exists(walls))


def kept_from_worry(comment_id: str) -> list[User]:
    """Return the leads who must not be told of the possible worry in a comment."""
    walls = WorryWall.objects.filter(reading__comment=UUID(comment_id))
    return [wall.user for wall in walls.select_related("user")]


def worries_without_lead(*, leads: int) -> list[Reading]:
    """Return the possible worries that all of so many `leads` are named in."""
    return [
        reading
        for reading in worries_waiting().filter(worry_walls__isnull=False).distinct()
        if reading.worry_walls.filter(
            user__is_active=True, user__groups__name=Role.SAFEGUARDING_LEAD.value
        ).count()
        >= leads
    ]
