"""Reads how the machine is: its database, its heartbeat and its tasks; nothing personal."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django_tasks_db.models import DBTaskResult

from voice.council.logic.pulse import OLDEST, has_stopped, minutes_since
from voice.council.models import Heartbeat


@dataclass(frozen=True)
class Health:
    """What is well and what is not; numbers and names of work only."""

    database: bool
    minutes_since_heartbeat: int | None = None
    heartbeat: bool = False
    failing: tuple[str, ...] = ()
    tasks_waiting: int = 0
    tasks: bool = False

    @property
    def is_well(self) -> bool:
        """Say whether nobody needs to look."""
        return self.database and self.heartbeat and self.tasks and not self.failing


def health(now: datetime) -> Health:
    """Return how the machine is now; a database that does not answer is said so."""
    try:
        beat = Heartbeat.objects.first()
        waiting, is_late = _tasks(now)
    except DatabaseError:
        return Health(database=False)
    at = beat.at if beat else None
    return Health(
        database=True,
        minutes_since_heartbeat=minutes_since(at, now=now),
        heartbeat=not has_stopped(at, now=now),
        failing=tuple(beat.failed) if beat else (),
        tasks_waiting=waiting,
        tasks=not is_late,
    )


def _tasks(now: datetime) -> tuple[int, bool]:
    """Return how many tasks wait for a worker, and whether one has waited too long."""
    if not settings.TASKS["default"]["BACKEND"].startswith("django_tasks_db"):
        return 0, False
    waiting = DBTaskResult.objects.ready()
    late = waiting.filter(enqueued_at__lt=now - OLDEST)
    return waiting.count(), late.exists()
