"""Work done behind: screening a comment, by the id of its reading alone."""

from django.db import transaction
from django.tasks import task

from surveys.models import Comment
from voice.moderation.domain.arrival import receive_comment
from voice.moderation.domain.guessing import guess_language
from voice.moderation.domain.screening import screen_reading
from voice.moderation.models import Reading


@task()
def screen(reading_id: int) -> None:
    """Screen one reading, and guess its language."""
    reading = Reading.objects.select_related("comment").get(pk=reading_id)
    screen_reading(reading)
    guess_language(reading)


@transaction.atomic
def receive_and_screen(comment: Comment) -> None:
    """Put a saved comment in the queue and enqueue its screening, in one transaction."""
    reading = receive_comment(comment)
    if reading.screened_at is None:
        screen.enqueue(reading.pk)
