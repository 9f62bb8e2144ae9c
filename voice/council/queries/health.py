"""Reads how the machine is: database, migrations, heartbeat, tasks, disk; nothing personal."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from voice.council.enums import Pulse
from voice.council.logic.pulse import OLDEST, has_stopped, minutes_since
from voice.council.models import Heartbeat

# Below this a database or a log soon cannot be written; judged.
LEAST_DISK = 512 * 1024 * 1024


@dataclass(frozen=True)
class Health:
    """What is well and what is not; numbers and names of work only.

    `tasks_oldest` is how many seconds the task that has waited longest has waited;
    `disk_free` in bytes, where the database or the files are kept on this machine.
    """

    database: bool
    disk_free: int
    migrations_waiting: int = 0
    minutes_since_heartbeat: int | None = None
    heartbeat: bool = False
    failing: tuple[str, ...] = ()
    minutes_since_counting: int | None = None
    counting: bool = False
    tasks_waiting: int = 0
    tasks_oldest: int = 0
    tasks_failed: int = 0

    @property
    def tasks(self) -> bool:
        """Say whether no task has waited for too long."""
        return self.tasks_oldest <= OLDEST.total_seconds()

    @property
    def disk(self) -> bool:
        """Say whether there is room to write."""
        return self.disk_free >= LEAST_DISK

    @property
    def is_ready(self) -> bool:
        """Say whether this machine can serve pages and keep what is sent to it."""
        return self.database and not self.migrations_waiting and self.disk

    @property
    def is_well(self) -> bool:
        """Say whether nobody needs to look."""
        works = self.heartbeat and self.counting and self.tasks
        return self.is_ready and works and not self.failing


def health(now: datetime) -> Health:
    """Return how the machine is now; a database that does not answer is said so."""
    disk_free = _disk_free()
    try:
        beats = {beat.of: beat for beat in Heartbeat.objects.all()}
        waiting, oldest, failed = _tasks(now)
        missing = _migrations_waiting()
    except DatabaseError:
        return Health(database=False, disk_free=disk_free)
    due, counting = (beats.get(one) for one in (Pulse.DUE, Pulse.COUNTING))
    at, counted_at = (one.at if one else None for one in (due, counting))
    return Health(
        database=True,
        disk_free=disk_free,
        migrations_waiting=missing,
        minutes_since_heartbeat=minutes_since(at, now=now),
        heartbeat=not has_stopped(at, now=now),
        failing=tuple(due.failed) if due else (),
        minutes_since_counting=minutes_since(counted_at, now=now),
        counting=not has_stopped(counted_at, now=now, of=Pulse.COUNTING),
        tasks_waiting=waiting,
        tasks_oldest=oldest,
        tasks_failed=failed,
    )


def _tasks(now: datetime) -> tuple[int, int, int]:
    """Return how many tasks wait for a worker, since how many seconds, and how many failed."""
    if not settings.TASKS["default"]["BACKEND"].startswith("django_tasks_db"):
        return 0, 0, 0
    waiting = DBTaskResult.objects.ready()
    first = waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True)[:1]
    oldest = max((int((now - at).total_seconds()) for at in first), default=0)
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    return waiting.count(), oldest, failed.count()


def _migrations_waiting() -> int:
    """Return how many apps have a newest migration that the database does not have."""
    return len(_newest() - set(MigrationRecorder(connection).applied_migrations()))


@cache
def _newest() -> frozenset[tuple[str, str]]:
    """Return the newest migration of each app of this program; it changes with none."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _disk_free() -> int:
    """Return the bytes that are free where this machine writes, the least of its places."""
    places = [Path(settings.MEDIA_ROOT)]
    if connection.vendor == "sqlite":
        places.append(Path(str(connection.settings_dict["NAME"])))
    return min(shutil.disk_usage(_there(place)).free for place in places)


def _there(place: Path) -> Path:
    """Return `place`, or the nearest folder above it that exists."""
    return next(one for one in (place, *place.parents) if one.exists())
