"""Finds the response a device may go on answering."""

from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from surveys.enums import ResponseState
from surveys.models import Response

IDLE = timedelta(hours=1)


def capability_hash(capability: str) -> str:
    """Return the keyed hash (HMAC-SHA256) of a device's capability, as hexadecimal."""
    return salted_hmac("surveys.capability", capability, algorithm="sha256").hexdigest()


def response_under_way(capability: str, *, at: datetime) -> Response | None:
    """Return the response that `capability` opens at the moment `at`, or None.

    None also when it was finished, left, or not touched for an hour.
    """
    return (
        Response.objects.select_related("edition__survey__consultation")
        .defer("edition__definition", "edition__survey__questions")
        .filter(
            capability_hash=capability_hash(capability),
            state=ResponseState.UNDER_WAY,
            touched_at__gt=at - IDLE,
        )
        .first()
    )
