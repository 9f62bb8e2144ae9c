from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories.suggestions import Heard, TrainingFactory
from voice.themes import tasks
from voice.themes.domain.tags import remove_tag
from voice.themes.models import Suggestion, Training

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

QUEUED = override_settings(
    TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
)


@QUEUED
def test_tags_are_learned_from_in_seconds_by_one_task_for_all_of_them():
    heard = Heard(tagged=3)
    (task,) = DBTaskResult.objects.filter(task_path=tasks.learn.module_path)
    assert task.args_kwargs == {"args": [heard.question.pk], "kwargs": {}}
    assert timedelta() < task.run_after - timezone.now() <= timedelta(seconds=3)


@QUEUED
def test_removing_a_tag_is_learned_from_too():
    heard = Heard(tagged=1)
    DBTaskResult.objects.all().delete()
    remove_tag(heard.tagged[0], by=heard.worker)
    assert DBTaskResult.objects.filter(task_path=tasks.learn.module_path).count() == 1


@QUEUED
def test_where_learning_takes_long_it_waits_longer():
    heard = Heard()
    reading = heard.say("moved again")
    TrainingFactory(question=heard.question, seconds=5.0)
    heard.tag(reading, heard.moves)
    (task,) = DBTaskResult.objects.filter(task_path=tasks.learn.module_path)
    wait = task.run_after - timezone.now()
    assert timedelta(seconds=15) < wait <= timedelta(seconds=20)


@QUEUED
def test_a_question_in_hand_is_not_enqueued_again():
    heard = Heard()
    heard.say("moved again")
    now = timezone.now()
    assert tasks.learn_what_changed(now) == ["Themes: 1 questions learned from anew."]
    assert tasks.learn_what_changed(now) == []
    assert DBTaskResult.objects.filter(task_path=tasks.learn.module_path).count() == 1
    earlier = now - timedelta(minutes=6)
    DBTaskResult.objects.update(status="FAILED", enqueued_at=earlier)
    # What failed is tried again by the queue, or was given up until somebody looks.
    assert tasks.learn_what_changed(now) == []
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert len(tasks.learn_what_changed(now)) == 1


def test_where_tasks_are_done_at_once_nobody_waits_for_learning():
    heard = Heard(tagged=1)
    assert not Training.objects.exists()
    tasks.learn_what_changed(timezone.now())
    assert Training.objects.get().question == heard.question


def test_an_error_is_told_without_words(monkeypatch):
    heard = Heard()
    heard.say("zanzibarquokka")

    def broken(question):
        raise ValueError("zanzibarquokka")

    monkeypatch.setattr(tasks, "retrain", broken)
    with pytest.raises(tasks.LearningFailed) as told:
        tasks.learn.func(heard.question.pk)
    assert str(told.value) == "ValueError"
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def test_a_question_that_is_gone_is_nothing_to_learn_from():
    tasks.learn.func(0)
    assert not Suggestion.objects.exists()
