"""Has a task that failed tried again, later each time, and gives it up in the end.

The queue tries nothing twice. A task is told an id alone and is safe to do again
(voice.council.domain.killed_tasks); what makes it fail may pass, as a mail server that
refuses does, or may not: then it is given up loudly, until somebody looks.
"""

from datetime import datetime, timedelta

from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from voice.council.domain.killed_tasks import give_up
from voice.council.queries.tasks import GIVEN_UP

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60))
"""How long after each failure it is tried again; after one more it is given up."""


def try_failed_again(now: datetime) -> list[str]:
    """Put back what failed, to be done after a wait, or give it up; for run_due."""
    failed = DBTaskResult.objects.failed().exclude(exception_class_path=GIVEN_UP)
    again = ended = 0
    for task in failed.order_by("finished_at"):
        # A worker writes its name on a task each time it takes it.
        tries = max(len(task.worker_ids), 1)
        if tries > len(WAITS):
            ended += give_up(task, now=now)
        else:
            again += _put_back(task, (task.finished_at or now) + WAITS[tries - 1])
    said = [f"Tasks: {again} that failed are tried again."] if again else []
    return [*said, *([f"Tasks: {ended} that failed were given up."] if ended else [])]


def _put_back(task: DBTaskResult, after: datetime) -> int:
    """Let a worker take it after this moment, unless somebody did; return 1 or 0."""
    as_it_was = DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.FAILED)
    return as_it_was.update(
        status=TaskResultStatus.READY,
        started_at=None,
        finished_at=None,
        run_after=after,
    )
