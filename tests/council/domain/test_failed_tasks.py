"""What fails is tried again, later each time, and given up loudly in the end."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories.accounts import UserFactory
from tests.faults.holding import fail
from voice.council.domain.failed_tasks import WAITS, try_failed_again
from voice.council.models import Heartbeat

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]
MOST_TRIES = len(WAITS) + 1


@pytest.fixture(autouse=True)
def _queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def counted(tmp_path):
    """Return a file that holds a line for each try of a task that always fails."""
    file = tmp_path / "tries"
    fail.enqueue(str(file))
    return file


def work():
    """Do what is ready, as the worker does, and stop."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def ready_now():
    """Let what waits to be tried again wait no longer."""
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    rows.update(run_after=timezone.now())


def tries(file):
    return file.read_text().count("tried")


def give_up():
    """Try until it is given up."""
    for _ in range(MOST_TRIES):
        ready_now()
        work()
        try_failed_again(timezone.now())


@pytest.mark.parametrize(("failed", "wait"), [*enumerate(WAITS, 1)])
def test_each_wait_is_longer_and_nothing_is_done_before(counted, failed, wait):
    for _ in range(failed):
        ready_now()
        work()
        assert try_failed_again(timezone.now()) == [
            "Tasks: 1 that failed are tried again."
        ]
    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.READY
    assert wait - timedelta(minutes=1) < row.run_after - timezone.now() <= wait
    work()
    assert tries(counted) == failed


def test_after_the_last_try_it_is_given_up_and_tried_no_more(counted, caplog):
    give_up()
    assert tries(counted) == MOST_TRIES
    assert "A task was given up: tests.faults.holding.fail." in caplog.messages
    assert try_failed_again(timezone.now()) == []
    ready_now()
    work()
    assert tries(counted) == MOST_TRIES


def test_the_desk_and_the_clock_say_so_until_somebody_has_it_tried_anew(
    counted, client, capsys
):
    give_up()
    with pytest.raises(CommandError, match="tasks that were given up"):
        call_command("run_due")
    assert Heartbeat.objects.first().failed == ["tasks that were given up"]
    client.force_login(UserFactory(worker=True))
    assert "Work behind the pages was given up" in client.get("/desk/").text
    capsys.readouterr()
    call_command("given_up", again=True)
    assert f"tests.faults.holding.fail, tried {MOST_TRIES} times" in (
        capsys.readouterr().out
    )
    call_command("run_due")
    assert "Work behind the pages was given up" not in client.get("/desk/").text
    work()
    assert tries(counted) == MOST_TRIES + 1


def test_what_works_at_last_is_done_once(counted):
    work()
    try_failed_again(timezone.now())
    counted.write_text("well\n")
    ready_now()
    work()
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    assert try_failed_again(timezone.now()) == []
