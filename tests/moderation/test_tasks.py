"""Nothing stays unscreened: not when a task fails, is lost, or dies with its worker."""

from datetime import timedelta

import pytest
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from tests.factories.accounts import UserFactory
from tests.factories.surveys import CommentFactory
from voice.moderation import tasks
from voice.moderation.domain.screening_lists import change_list
from voice.moderation.models import Reading
from voice.moderation.queries.screening_lists import ListName
from voice.moderation.queries.unscreened import PATIENCE, waiting_for_screening

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
ENGLISH = ListName("worries", "en")


def screened(words):
    return Reading.objects.get(comment=CommentFactory(words=words))


@pytest.fixture
def lost():
    """Return a reading whose task was lost a while ago."""
    reading = screened("he hits me")
    Reading.objects.filter(pk=reading.pk).update(
        worry=False,
        hints=[],
        worry_reasons=[],
        screened_at=None,
        arrived_at=timezone.now() - PATIENCE - timedelta(seconds=5),
    )
    return Reading.objects.get(pk=reading.pk)


def a_task(reading, status, *, started=None):
    row = DBTaskResult.objects.create(
        status=status,
        started_at=started,
        args_kwargs={"args": [reading.pk], "kwargs": {}},
        task_path=tasks.screen.module_path,
        backend_name="default",
        run_after=get_date_max(),
    )
    long_ago = timezone.now() - timedelta(hours=1)
    DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=long_ago)
    return row


def test_a_comment_whose_task_was_lost_is_screened(lost):
    assert tasks.screen_what_waits(timezone.now()) == [
        "Screening: 1 comments enqueued again."
    ]
    lost.refresh_from_db()
    assert lost.worry
    assert tasks.screen_what_waits(timezone.now()) == []


def test_a_comment_that_came_a_moment_ago_is_left_to_its_task(lost):
    Reading.objects.update(arrived_at=timezone.now())
    assert tasks.screen_what_waits(timezone.now()) == []


def test_a_comment_whose_task_waits_is_not_enqueued_twice(lost):
    a_task(lost, TaskResultStatus.READY)
    assert tasks.screen_what_waits(timezone.now()) == []


@pytest.mark.parametrize("status", [TaskResultStatus.FAILED, TaskResultStatus.RUNNING])
def test_a_task_that_failed_or_died_is_left_to_what_tries_it_again(lost, status):
    a_task(lost, status, started=timezone.now() - timedelta(hours=1))
    assert tasks.screen_what_waits(timezone.now()) == []
    lost.refresh_from_db()
    assert lost.screened_at is None


def test_a_task_under_way_is_left_to_its_worker(lost):
    row = a_task(lost, TaskResultStatus.RUNNING, started=timezone.now())
    assert tasks.screen_what_waits(timezone.now()) == []
    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


def test_what_is_still_unread_is_screened_with_a_list_that_changed():
    reading = screened("the zanzibar man")
    change_list(ENGLISH, lines=["zanzibar man"], seen=0, by=UserFactory(lead=True))
    tasks.screen_what_waits(timezone.now())
    reading.refresh_from_db()
    assert reading.worry_reasons == ["worries/en/1"]
    assert tasks.screen_what_waits(timezone.now()) == []


def test_how_many_wait_is_told(lost):
    waiting = waiting_for_screening(timezone.now())
    assert (waiting.waiting, waiting.late, waiting.since) == (1, 1, lost.arrived_at)


def test_what_went_wrong_says_nothing_of_the_words(monkeypatch):
    def broken(reading):
        raise ValueError("zanzibar he hits me")

    reading = screened("zanzibar")
    monkeypatch.setattr(tasks, "screen_reading", broken)
    result = tasks.screen.enqueue(reading.pk)
    (error,) = result.errors
    assert "zanzibar" not in error.traceback
    assert "ScreeningFailed: ValueError" in error.traceback


def test_a_reading_that_is_gone_needs_no_screening():
    assert tasks.screen.enqueue(999_999).errors == []
