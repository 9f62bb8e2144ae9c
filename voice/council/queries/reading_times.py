"""Reads when somebody reads, as young people are told it: by duty hours and the rota."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from voice.council.logic.cover import overlaps
from voice.council.queries.calendar import working_calendar
from voice.council.queries.rota import rota_is_kept, spans_covered
from voice.council.queries.settings import council_settings

LOOKED_AHEAD = timedelta(weeks=6)
# Young people's pages are many; the rota changes seldom.
REMEMBERED = timedelta(minutes=1)


@dataclass(frozen=True)
class ReadingTimes:
    """When somebody reads: until when they do now, or else from when next."""

    until: datetime | None
    next_at: datetime | None
    days: int


class _Known:
    """What this process read last, and when that was."""

    times: tuple[datetime, ReadingTimes] | None = None


def reading_times(now: datetime) -> ReadingTimes:
    """Return when somebody reads, remembered by this process for a minute."""
    known = _Known.times
    if known is None or not timedelta() <= now - known[0] < REMEMBERED:
        known = _Known.times = now, reading_times_at(now)
    return known[1]


def forget_reading_times() -> None:
    """Have them read again; for tests, whose databases are rolled back."""
    _Known.times = None


def reading_times_at(now: datetime) -> ReadingTimes:
    """Return when somebody reads, as it is now.

    Where a rota is kept, only hours that it covers count; where it is not, duty hours.
    """
    until = now + LOOKED_AHEAD
    spells = working_calendar().spells_between(now, until)
    if rota_is_kept(now):
        spells = overlaps(spells, spans_covered(now, until))
    days = council_settings().comment_days
    if not spells:
        return ReadingTimes(None, None, days)
    starts, ends = spells[0]
    if starts <= now:
        return ReadingTimes(ends, None, days)
    return ReadingTimes(None, starts, days)
