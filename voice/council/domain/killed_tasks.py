"""Has a task whose worker was killed done again, and gives it up loudly in the end.

The worker marks a task as under way before it does it; killed, it leaves it so for ever.
Every task is safe to do again: it is told an id alone, and looks at what is left to do;
at worst a letter about a shift comes twice.
"""

import logging
from datetime import datetime, timedelta

from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from voice.council.queries.tasks import GIVEN_UP, given_up

# No task takes as long: its worker was killed.
KILLED_AFTER = timedelta(minutes=10)
MOST_TRIES = 3
logger = logging.getLogger(__name__)


class GivenUp(Exception):
    """What a row of the queue says of a task that is tried no more."""


class TasksGivenUp(Exception):
    """Tasks were given up, and nobody has looked yet."""


def do_again(now: datetime) -> list[str]:
    """Put back what a killed worker left, or give it up at the last try; for run_due."""
    dead = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lt=now - KILLED_AFTER
    )
    again = ended = 0
    for task in dead.order_by("started_at"):
        if len(task.worker_ids) >= MOST_TRIES:
            ended += give_up(task, now=now)
        else:
            again += _put_back(task)
    said = [f"Tasks: {again} of killed workers are done again."] if again else []
    return [*said, *([f"Tasks: {ended} were given up."] if ended else [])]


def give_up(task: DBTaskResult, *, now: datetime) -> int:
    """Try it no more, and say so; what went wrong last stays on it. Return 1 or 0."""
    as_it_was = DBTaskResult.objects.filter(pk=task.pk, status=task.status)
    ended = as_it_was.update(
        status=TaskResultStatus.FAILED, finished_at=now, exception_class_path=GIVEN_UP
    )
    if ended:
        logger.error("A task was given up: %s.", task.task_path)
    return ended


def be_loud(now: datetime) -> list[str]:
    """Fail for as long as tasks are given up, so that the desk and the health say so.

    Raises TasksGivenUp, whose name the desk knows; `manage.py given_up` tells which, and has them tried again.
    """
    if count := given_up().count():
        raise TasksGivenUp(f"{count} tasks were given up: manage.py given_up.")
    return []


def try_again(task: DBTaskResult) -> None:
    """Have a task that was given up tried anew, as often as one that is new."""
    DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.FAILED).update(
        status=TaskResultStatus.READY,
        worker_ids=[],
        started_at=None,
        finished_at=None,
        exception_class_path="",
        traceback="",
        run_after=get_date_max(),
    )


def _put_back(task: DBTaskResult) -> int:
    """Let the next worker take it, unless it ended meanwhile; return 1 or 0."""
    as_it_was = DBTaskResult.objects.filter(
        pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
    )
    return as_it_was.update(status=TaskResultStatus.READY)
