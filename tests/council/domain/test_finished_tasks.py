from datetime import timedelta

import pytest
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from voice.council import due
from voice.council.domain.finished_tasks import FORGOTTEN_AFTER, forget_finished

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def task(status, *, ago):
    """Return a task that ended so long ago."""
    return DBTaskResult.objects.create(
        task_path="surveys.tasks.nothing",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        run_after=get_date_max(),
        status=status,
        finished_at=timezone.now() - ago,
    )


def test_only_what_was_done_well_and_long_ago_is_forgotten():
    old, new = FORGOTTEN_AFTER + timedelta(minutes=1), timedelta(days=13)
    task(TaskResultStatus.SUCCESSFUL, ago=old)
    kept = {
        task(TaskResultStatus.SUCCESSFUL, ago=new).pk,
        task(TaskResultStatus.FAILED, ago=old).pk,
    }
    assert forget_finished(timezone.now()) == ["Tasks: 1 that were done are forgotten."]
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == kept
    assert forget_finished(timezone.now()) == []


def test_it_is_done_each_minute():
    assert "tasks that were done" in dict(due.do_due_work(timezone.now()))
