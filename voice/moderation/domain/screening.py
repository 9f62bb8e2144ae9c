"""Screening of a comment: what it sees can raise a reading, and nothing else."""

from django.db import transaction
from django.utils import timezone

from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.nearness import tried_with_nearness, with_nearness
from voice.moderation.domain.worries import alert_worry, keep_named_out
from voice.moderation.enums import ReadingState
from voice.moderation.logic.screening import Hint, Seen, screen
from voice.moderation.models import Reading
from voice.moderation.queries.screening_lists import lists_now
from voice.moderation.queries.words import own_words

UNREAD = frozenset({ReadingState.WAITING, ReadingState.TAKEN_BACK})


def screen_reading(reading: Reading) -> None:
    """Look through the words and raise the reading in the queue when there is cause.

    Never lowers it, takes no hint away while the words are the same, and changes
    neither its state nor its version. Words that change meanwhile are screened by the
    task that was enqueued with them; what was seen in the old ones still raises.
    Words whose key was destroyed wait no longer: nothing is left to screen.
    """
    row = Reading.objects.select_related("comment").get(pk=reading.pk)
    try:
        words = own_words(row)
    except KeyDestroyed:
        Reading.objects.filter(pk=row.pk).update(screened_at=timezone.now())
        return
    _raise_by(row, words=words, seen=look_through(words))


def look_through(words: str) -> Seen:
    """Return what screening sees in `words` as the lists are now; stores nothing."""
    return with_nearness(words, look_through_lists(words))


def look_through_lists(words: str) -> Seen:
    """Return what the lists alone see in `words`; stores nothing."""
    return screen(words, lists=lists_now())


def try_words(words: str) -> Seen:
    """Return what screening would see in words somebody tries; stores nothing.

    Raises CannotMeasure when the model should answer and does not.
    """
    return tried_with_nearness(words, look_through_lists(words))


@transaction.atomic
def _raise_by(reading: Reading, *, words: str, seen: Seen) -> None:
    """Add what was seen in `words` to the reading; tell those on duty of a new worry."""
    row = (
        Reading.objects.select_for_update(of=("self",))
        .select_related("comment")
        .get(pk=reading.pk)
    )
    is_new = seen.worry and not (row.worry and row.screened_at)
    row.worry = row.worry or seen.worry
    row.worry_reasons = sorted({*row.worry_reasons, *seen.reasons})
    fields = ["worry", "worry_reasons"]
    if own_words(row) == words:
        row.hints = _together(row.hints, seen.hints)
        row.screened_at = timezone.now()
        fields += ["hints", "screened_at"]
    row.save(update_fields=fields)
    if is_new and row.state in UNREAD:
        alert_worry(row)
    elif row.worry:
        keep_named_out(row)


def _together(before: list[Hint], seen: list[Hint]) -> list[Hint]:
    """Return both, each once, in order of place."""
    return sorted(
        [*seen, *(hint for hint in before if hint not in seen)],
        key=lambda hint: (hint["start"], hint["end"], hint["kind"]),
    )
