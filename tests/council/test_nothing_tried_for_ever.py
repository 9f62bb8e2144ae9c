"""What is due every minute tries nothing for ever: the queue counts the tries."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories.moderation import PracticalRequestFactory
from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.council.domain.failed_tasks import WAITS, try_failed_again
from voice.council.models import Heartbeat
from voice.moderation import tasks as of_moderation
from voice.young_editors import tasks as of_young_editors
from voice.young_editors.enums import Verdict

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]
LONG_AGO = timedelta(hours=1)
WORRY = "he hits me every night and I want to die"
KINDS = ["a request", "an editors' answer"]


@pytest.fixture(autouse=True)
def _queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def lost_request():
    """Return a practical request whose screening was lost an hour ago."""
    row = PracticalRequestFactory(words=WORRY)
    type(row).objects.update(
        screened_at=None, arrived_at=timezone.now() - LONG_AGO, state="open"
    )
    return row


def lost_answer():
    """Return young editors' words whose screening was lost an hour ago."""
    reply, by = reply_to_read()
    invitation, *_others = asked_about(reply, by=by)
    row = said(invitation, Verdict.NOT_YET, screened=False, whole=WORRY)
    type(row).objects.update(screened_at=None, answered_at=timezone.now() - LONG_AGO)
    return row


@pytest.fixture(params=KINDS)
def lost(request):
    """Return what was lost, and the module that screens it."""
    if request.param == KINDS[0]:
        made = lost_request(), of_moderation, "screen_request"
    else:
        made = lost_answer(), of_young_editors, "screen_answer"
    DBTaskResult.objects.all().delete()
    return made


def enqueue_lost(module):
    due = {
        of_moderation: "screen_lost_requests",
        of_young_editors: "screen_lost_answers",
    }
    return getattr(module, due[module])(timezone.now())


def work():
    """Do what waits, as a worker does, and let none wait any longer."""
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    rows.update(run_after=timezone.now())
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def test_what_was_lost_is_screened_once(lost):
    row, module, _verb = lost
    assert len(enqueue_lost(module)) == 1
    assert enqueue_lost(module) == []
    work()
    row.refresh_from_db()
    assert row.screened_at
    assert row.concern.words() == WORRY
    assert enqueue_lost(module) == []


def test_what_came_a_moment_ago_is_left_to_its_task(lost):
    row, module, _verb = lost
    arrived = "arrived_at" if module is of_moderation else "answered_at"
    type(row).objects.update(**{arrived: timezone.now()})
    assert enqueue_lost(module) == []


def test_what_fails_each_time_is_given_up_loudly_and_can_be_tried_anew(
    lost, monkeypatch
):
    row, module, verb = lost
    tried = []

    def broken(_row):
        tried.append(1)
        raise ValueError(WORRY)

    with monkeypatch.context() as broken_meanwhile:
        broken_meanwhile.setattr(module, verb, broken)
        for _ in range(len(WAITS) + 3):
            enqueue_lost(module)
            work()
            try_failed_again(timezone.now())
    assert len(tried) == len(WAITS) + 1
    with pytest.raises(CommandError, match="tasks that were given up"):
        call_command("run_due")
    assert Heartbeat.objects.first().failed == ["tasks that were given up"]
    assert WORRY not in DBTaskResult.objects.get().traceback
    call_command("given_up", again=True)
    work()
    row.refresh_from_db()
    assert row.screened_at
