"""Work done behind: looking through what young editors wrote, by its id alone."""

from django.tasks import task

from voice.young_editors.domain.worries import screen_answer
from voice.young_editors.models import EditorsAnswer


class ScreeningFailed(Exception):
    """Screening an answer failed; says the error's name, which holds no words."""


@task()
def screen(answer_id: str) -> None:
    """Screen one answer; nothing when it is gone. Raises ScreeningFailed.

    `screen_lost_answers` tries again.
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
