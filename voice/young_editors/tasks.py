"""Work done behind: looking through what young editors wrote, by its id alone."""

from datetime import datetime

from django.tasks import task

from voice.young_editors.domain.worries import screen_answer
from voice.young_editors.models import EditorsAnswer
from voice.young_editors.queries.unscreened import answers_to_screen


class ScreeningFailed(Exception):
    """Screening an answer failed; says the error's name, which holds no words."""


@task()
def screen(answer_id: str) -> None:
    """Screen one answer; nothing when it is gone. Raises ScreeningFailed.

    The queue tries it again.
    """
    answer = EditorsAnswer.objects.filter(pk=answer_id).first()
    if answer is None:
        return
    try:
        screen_answer(answer)
    except Exception as failed:  # noqa: BLE001 - whatever it is, it is told and tried again
        raise ScreeningFailed(type(failed).__name__) from None


def screen_soon(answer: EditorsAnswer) -> None:
    """Enqueue the screening of an answer that has comments."""
    if answer.screened_at is None:
        screen.enqueue(str(answer.pk))


def screen_lost_answers(now: datetime) -> list[str]:
    """Enqueue again the answers nobody is screening; return what was done, for run_due.

    What failed is tried again by the queue, and given up there in the end.
    """
    again = answers_to_screen(now, task_path=screen.module_path)
    for answer_id in again:
        screen.enqueue(answer_id)
    return [f"Young editors: {len(again)} answers enqueued again."] if again else []
