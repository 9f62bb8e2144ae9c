"""How many answered, of how many asked; exact, for workers and releases only."""

from dataclasses import dataclass

from django.db.models import Count, Q

from surveys.enums import ResponseState
from surveys.models import Consultation, Response, Survey


@dataclass(frozen=True, slots=True)
class LiveCounts:
    """How many responses of a survey are under way, and how many finished."""

    under_way: int
    finished: int


def answered_of_asked(consultation: Consultation) -> tuple[int, int]:
    """Return exactly how many finished a response, of how many could have answered.

    Never shown outside a release: the board and the public see protected numbers.
    """
    answered = Response.objects.filter(
        edition__survey__consultation=consultation,
        state__in=ResponseState.counted(),
    ).count()
    return answered, consultation.asked


def live_counts(survey: Survey) -> LiveCounts:
    """Return the live counts of `survey`, for those who run it."""
    counts = Response.objects.filter(edition__survey=survey).aggregate(
        under_way=Count("pk", filter=Q(state=ResponseState.UNDER_WAY)),
        finished=Count("pk", filter=Q(state__in=ResponseState.counted())),
    )
    return LiveCounts(**counts)
