"""How many have answered so far; exact, for those who run the survey only."""

from dataclasses import dataclass

from django.db.models import Count, Q

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
