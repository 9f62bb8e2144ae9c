"""Work done behind: learning from the tags of a question, by its id alone."""

from datetime import datetime, timedelta

from django.tasks import task
from django.utils import timezone

from surveys.models import Question
from voice.themes.domain.training import retrain
from voice.themes.queries.learning import (
    newest_training,
    questions_in_hand,
    questions_to_learn,
)

# Tags come in bursts: the first of them waits a moment for the others.
SOON = timedelta(seconds=3)
# Of a worker's time, learning one question takes about a fifth at most.
REST = 4
LATEST = timedelta(minutes=2)


class LearningFailed(Exception):
    """Learning failed; says the error's name, which holds no words."""


@task()
def learn(question_id: int) -> None:
    """Learn from the tags of one question; nothing when it is gone by now.

    Raises LearningFailed, and is tried again: the error's own message could quote
    words and is left behind.
    """
    question = Question.objects.select_related("survey").filter(pk=question_id).first()
    if question is None:
        return
    try:
        retrain(question)
    except Exception as failed:  # noqa: BLE001 - whatever it is, it is told and tried again
        raise LearningFailed(type(failed).__name__) from None


def learn_soon(question_id: int) -> None:
    """Enqueue learning from a question's tags in a few seconds, once for all of them.

    Where tasks are done at once, nobody should wait for it: `learn_what_changed`
    finds it.
    """
    if not learn.get_backend().supports_defer:
        return
    now = timezone.now()
    path = learn.module_path
    if question_id not in questions_in_hand(task_path=path, now=now):
        wait = _wait(question_id)
        learn.using(run_after=now + wait).enqueue(question_id)


def learn_what_changed(now: datetime) -> list[str]:
    """Enqueue learning where it is out of date and nobody does it; for run_due."""
    in_hand = questions_in_hand(task_path=learn.module_path, now=now, just_tried=True)
    again = [pk for pk in questions_to_learn() if pk not in in_hand]
    for question_id in again:
        learn.enqueue(question_id)
    return [f"Themes: {len(again)} questions learned from anew."] if again else []


def _wait(question_id: int) -> timedelta:
    """Return how long to wait: a moment, and longer where learning takes long."""
    last = newest_training(question_id)
    took = timedelta(seconds=last.seconds if last else 0)
    return min(max(SOON, took * REST), LATEST)
