"""How much somebody has read without a break; pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

# Half an hour away from the queue is a break.
BREAK = timedelta(minutes=30)


def read_in_a_row(
    opened: Iterable[datetime], *, now: datetime, since: datetime | None = None
) -> int:
    """Return how many comments were opened in the sitting that lasts until `now`.

    `opened` goes from the newest back; a sitting ends where a break begins.
    `since` is when the reader last chose to go on: only what came after counts.
    """
    count = 0
    after = now
    for moment in opened:
        if after - moment >= BREAK or (since is not None and moment <= since):
            break
        count += 1
        after = moment
    return count
