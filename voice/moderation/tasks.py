"""Work done behind: screening a comment, by the id of its reading alone."""

from datetime import datetime

from django.db import transaction
from django.tasks import task

from surveys.models import Comment
from surveys.wants_sorted import SortingWish
from voice.moderation.domain.arrival import receive_comment
from voice.moderation.domain.guessing import guess_language
from voice.moderation.domain.practical_requests import receive_request, screen_request
from voice.moderation.domain.screening import screen_reading
from voice.moderation.models import PracticalRequest, Reading
from voice.moderation.queries.unscreened import requests_to_screen, to_screen_again


class ScreeningFailed(Exception):
    """Screening a reading failed; says the error's name, which holds no words."""


@task()
def screen(reading_id: int) -> None:
    """Screen one reading, and guess its language; nothing when it is gone by now.

    Raises ScreeningFailed, and is tried again: what went wrong is kept by the queue,
    so its own message, which could quote words, is left behind.
    """
    reading = Reading.objects.select_related("comment").filter(pk=reading_id).first()
    if reading is None:
        return
    try:
        screen_reading(reading)
        guess_language(reading)
    except Exception as failed:  # noqa: BLE001 - whatever it is, it is told and tried again
        raise ScreeningFailed(type(failed).__name__) from None


@transaction.atomic(savepoint=False)
def receive_and_screen(comment: Comment) -> None:
    """Put a saved comment in the queue and enqueue its screening, in one transaction."""
    reading = receive_comment(comment)
    if reading.screened_at is None:
        screen.enqueue(reading.pk)


@task()
def screen_asked(request_id: str) -> None:
    """Screen what one young person asked to be sorted out; nothing when it is gone.

    Raises ScreeningFailed, and is tried again by the queue.
    """
    row = PracticalRequest.objects.filter(pk=request_id).first()
    if row is None:
        return
    try:
        screen_request(row)
    except Exception as failed:  # noqa: BLE001 - whatever it is, it is told and tried again
        raise ScreeningFailed(type(failed).__name__) from None


@transaction.atomic
def receive_and_screen_request(wish: SortingWish) -> None:
    """Give the request an owner and enqueue its screening, in one transaction."""
    row = receive_request(wish)
    if row.screened_at is None:
        screen_asked.enqueue(str(row.pk))


def screen_what_waits(now: datetime) -> list[str]:
    """Enqueue again what nobody is screening; return what was done, for run_due.

    A task that was lost would leave a comment unscreened. Readings still unread are
    screened once more when a list changes. What failed is tried again by the queue.
    """
    again = to_screen_again(now, task_path=screen.module_path)
    for reading_id in again:
        screen.enqueue(reading_id)
    return [f"Screening: {len(again)} comments enqueued again."] if again else []


def screen_lost_requests(now: datetime) -> list[str]:
    """Enqueue again the requests nobody is screening; return what was done, for run_due.

    What failed is tried again by the queue, and given up there in the end.
    """
    again = requests_to_screen(now, task_path=screen_asked.module_path)
    for request_id in again:
        screen_asked.enqueue(request_id)
    return [f"Screening: {len(again)} requests enqueued again."] if again else []
