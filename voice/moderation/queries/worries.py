"""Reads of possible worries that still wait for a person."""

from django.db.models import QuerySet

from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading

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
        )
        .order_by("arrived_at", "pk")
    )
