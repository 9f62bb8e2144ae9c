"""Reads of how long somebody has been reading."""

from datetime import datetime, timedelta

from voice.accounts.models import User
from voice.moderation.logic.sitting import read_in_a_row
from voice.moderation.models import Opening

LONGEST = timedelta(hours=12)
AT_MOST = 1000


def read_in_this_sitting(
    user: User, *, now: datetime, since: datetime | None = None
) -> int:
    """Return how many comments `user` opened without a break until `now`."""
    opened = (
        Opening.objects.filter(by=user, at__gt=now - LONGEST, at__lte=now)
        .order_by("-at")
        .values_list("at", flat=True)
    )
    return read_in_a_row(opened[:AT_MOST], now=now, since=since)
