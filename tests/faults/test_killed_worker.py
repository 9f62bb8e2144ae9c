"""A task that was under way when its worker was killed is done again."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.faults.holding import hold
from voice.council.domain.killed_tasks import KILLED_AFTER, MOST_TRIES, do_again
from voice.council.models import Heartbeat

pytestmark = [pytest.mark.on_both, pytest.mark.django_db(transaction=True)]
HOUSE = Path(__file__).resolve().parents[2]
PATIENCE = 90


@pytest.fixture(autouse=True)
def _queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@contextmanager
def worker():
    """Run a real worker, on the tests' database, in a process of its own."""
    at = connection.settings_dict
    url = f"sqlite:///{quote(str(at['NAME']))}"
    if connection.vendor == "postgresql":
        url = f"postgresql://{at['USER']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
    around = {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "tests.faults.worker_settings",
    }
    running = subprocess.Popen(
        [sys.executable, "manage.py", "db_worker", "--interval=0.1", "--verbosity=0"],
        cwd=HOUSE,
        env=os.environ | around,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            running.send_signal(signal.SIGKILL)
        running.wait()


def wait_until(question):
    """Wait until `question` is answered with yes; a worker takes its time to start."""
    until = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < until, "Waited in vain."
        time.sleep(0.1)


def later():
    return timezone.now() + KILLED_AFTER + timedelta(seconds=1)


def test_a_task_whose_worker_was_killed_is_done_again(tmp_path):
    file = tmp_path / "begun"
    hold.enqueue(str(file))
    with worker():
        wait_until(file.exists)
    task = DBTaskResult.objects.get()
    assert task.status == TaskResultStatus.RUNNING
    assert do_again(timezone.now()) == []
    assert do_again(later()) == ["Tasks: 1 of killed workers are done again."]
    with worker():
        wait_until(lambda: DBTaskResult.objects.successful().exists())
    assert file.read_text() == "began\nbegan\n"
    assert len(DBTaskResult.objects.get().worker_ids) == 2
    assert do_again(later()) == []


def killed(times):
    """Leave a task as a worker leaves it that was killed in the middle of it."""
    hold.enqueue("nowhere")
    DBTaskResult.objects.update(
        status=TaskResultStatus.RUNNING,
        worker_ids=[f"worker {number}" for number in range(times)],
        started_at=timezone.now() - KILLED_AFTER - timedelta(seconds=1),
    )


def test_the_last_try_is_given_up_and_told_until_somebody_looks(
    monkeypatch, caplog, capsys
):
    killed(MOST_TRIES)
    with pytest.raises(CommandError, match="tasks that were given up"):
        call_command("run_due")
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    assert Heartbeat.objects.first().failed == ["tasks that were given up"]
    assert "A task was given up: tests.faults.holding.hold." in caplog.messages
    capsys.readouterr()
    call_command("given_up")
    assert "tests.faults.holding.hold" in capsys.readouterr().out
    call_command("given_up", again=True)
    task = DBTaskResult.objects.get()
    assert (task.status, task.worker_ids) == (TaskResultStatus.READY, [])
    call_command("run_due")
    assert Heartbeat.objects.first().failed == []


def test_one_that_ended_meanwhile_is_left_alone():
    killed(1)
    DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL)
    assert do_again(timezone.now()) == []
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
