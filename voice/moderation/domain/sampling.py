"""Draws the decisions that a second person reads again."""

from django.conf import settings
from django.utils.crypto import salted_hmac

from voice.moderation.enums import ReadingState, SecondState
from voice.moderation.models import Decision, SecondReading

READ_AGAIN = ReadingState.settled() - {ReadingState.PASSED_ON}
IN_ALL = 10_000


def is_in_sample(comment_id: object, *, percent: int) -> bool:
    """Say whether the comment is among `percent` in a hundred.

    By a keyed hash of its random id: nobody can tell beforehand which ones, and
    deciding anew changes nothing.
    """
    drawn = salted_hmac(
        "moderation.second_reading", str(comment_id), algorithm="sha256"
    )
    return int.from_bytes(drawn.digest()[:8]) % IN_ALL < percent * IN_ALL // 100


def draw_second_reading(decision: Decision) -> SecondReading | None:
    """Return the second reading of a decision just made, if the lot falls on it.

    Not of what was passed on, which the safeguarding leads read; and not again once
    a second person has read the comment.
    """
    reading = decision.reading
    if decision.state not in READ_AGAIN or not is_in_sample(
        reading.comment_id, percent=settings.SECOND_READING_PERCENT
    ):
        return None
    before = SecondReading.objects.filter(first__reading=reading)
    if before.exclude(state=SecondState.WAITING).exists():
        return None
    return SecondReading.objects.create(first=decision)
