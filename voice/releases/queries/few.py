"""Whether so few answers count that no release will ever tell a number of them."""

from surveys.enums import ResponseState
from surveys.models import Consultation, Response
from voice.releases.logic.rule import LOWEST_THRESHOLD


def fewer_than_are_told(consultation: Consultation) -> bool:
    """Say whether fewer answers count than are ever told; one query."""
    counted = Response.objects.filter(
        edition__survey__consultation=consultation,
        state__in=ResponseState.counted(),
    )
    return counted.count() < LOWEST_THRESHOLD
