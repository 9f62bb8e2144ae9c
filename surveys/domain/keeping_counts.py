"""Keeps the counts fresh, for as long as a worker process runs.

`manage.py run_due` counts too, every minute or so: when nothing of this runs, numbers
are late, never wrong. That it runs is watched by a heartbeat of its own.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from surveys.domain.counting import roll_up_all
from surveys.domain.stopping import note_stops
from voice.council.domain.heartbeat import beat
from voice.council.enums import Pulse

# What came is on the sheets after one pause and one turn; together under ten seconds.
SECONDS_BETWEEN = 4.0
# A row written each turn would be work for nothing.
BETWEEN_BEATS = timedelta(minutes=1)
logger = logging.getLogger(__name__)


def count_new(now: datetime) -> list[str]:
    """Count what came since in every survey; return what was done, for run_due."""
    return [*roll_up_all(now), *note_stops(now)]


def rest(seconds: float) -> None:
    """Wait, and let go of a connection that the database may have closed meanwhile."""
    time.sleep(seconds)
    close_old_connections()


def keep_counting(
    *,
    pause: Callable[[float], None] = rest,
    goes_on: Callable[[], bool] = lambda: True,
) -> None:
    """Count what came since, again and again, with a pause after each turn.

    A turn that fails is logged and made again; the turns end when `goes_on` says so.
    """
    last: datetime | None = None
    while goes_on():
        try:
            count_new(timezone.now())
            last = _beat(last)
        except DatabaseError:
            logger.exception("Could not count; it is tried again.")
        pause(SECONDS_BETWEEN)


def _beat(last: datetime | None) -> datetime:
    """Leave a sign that a turn was made, once a minute; return when that last was."""
    now = timezone.now()
    if last is not None and now - last < BETWEEN_BEATS:
        return last
    beat(now, of=Pulse.COUNTING)
    return now
