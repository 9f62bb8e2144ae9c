"""How old a heartbeat may be; pure."""

from datetime import datetime, timedelta

from voice.council.enums import Pulse

# Issue 3: the desk and the health address say so loudly when it is older.
OLDEST = timedelta(minutes=15)
# Counts promise ten seconds; a beat a minute was missed five times by then.
OLDEST_OF = {Pulse.DUE: OLDEST, Pulse.COUNTING: timedelta(minutes=5)}


def has_stopped(beat: datetime | None, *, now: datetime, of: Pulse = Pulse.DUE) -> bool:
    """Say whether this work has stopped: never done, or longer ago than allowed."""
    return beat is None or now - beat > OLDEST_OF[of]


def minutes_since(beat: datetime | None, *, now: datetime) -> int | None:
    """Return whole minutes since the heartbeat; None when there never was one."""
    return None if beat is None else int((now - beat).total_seconds() // 60)
