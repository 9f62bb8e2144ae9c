"""How old a heartbeat may be; pure."""

from datetime import datetime, timedelta

# Issue 3: the desk and the health address say so loudly when it is older.
OLDEST = timedelta(minutes=15)


def has_stopped(beat: datetime | None, *, now: datetime) -> bool:
    """Say whether the due work has stopped: never done, or longest ago than allowed."""
    return beat is None or now - beat > OLDEST


def minutes_since(beat: datetime | None, *, now: datetime) -> int | None:
    """Return whole minutes since the heartbeat; None when there never was one."""
    return None if beat is None else int((now - beat).total_seconds() // 60)
