"""Forgets tasks that are done: their rows name comments and responses by id."""

from datetime import datetime, timedelta

from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# Long enough to look into what went wrong a fortnight ago, and no longer.
FORGOTTEN_AFTER = timedelta(days=14)


def forget_finished(now: datetime) -> list[str]:
    """Delete the rows of tasks that were done well two weeks ago; for run_due.

    What failed stays until somebody has looked.
    """
    done = DBTaskResult.objects.filter(
        status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - FORGOTTEN_AFTER
    )
    count, _rows = done.delete()
    return [f"Tasks: {count} that were done are forgotten."] if count else []
