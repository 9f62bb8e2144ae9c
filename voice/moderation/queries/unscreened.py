"""Which readings and requests wait for screening, and which nobody is screening."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Max, Min, QuerySet

from voice.council.queries.tasks import nobody_does
from voice.moderation.enums import ReadingState
from voice.moderation.models import PracticalRequest, Reading, ScreeningList

# A comment is screened within seconds; after this long its task was lost.
PATIENCE = timedelta(minutes=5)
PATIENCE_FOR_REQUESTS = timedelta(minutes=2)
AT_ONCE = 500


class Waiting(NamedTuple):
    """How many wait for screening, how many of them for too long, and since when."""

    waiting: int
    late: int
    since: datetime | None


def unscreened() -> QuerySet[Reading]:
    """Return the readings whose words, as they are now, were not screened yet."""
    return Reading.objects.filter(screened_at=None)


def waiting_for_screening(now: datetime) -> Waiting:
    """Return how many wait, for a person to see."""
    found = unscreened()
    return Waiting(
        waiting=found.count(),
        late=found.filter(arrived_at__lt=now - PATIENCE).count(),
        since=found.aggregate(Min("arrived_at"))["arrived_at__min"],
    )


def to_screen_again(now: datetime, *, task_path: str) -> list[int]:
    """Return the ids of readings that nobody is screening and somebody should.

    Those whose task was lost, and those still unread that were screened before a list
    last changed; but none with a task in hand or given up, or enqueued a moment ago.
    """
    lost = unscreened().filter(arrived_at__lt=now - PATIENCE)
    changed = ScreeningList.objects.aggregate(Max("made_at"))["made_at__max"]
    wanted = list(lost.order_by("arrived_at").values_list("pk", flat=True)[:AT_ONCE])
    if changed:
        older = Reading.objects.filter(
            state=ReadingState.WAITING, screened_at__lt=changed
        )
        wanted += older.order_by("arrived_at").values_list("pk", flat=True)[:AT_ONCE]
    return nobody_does(wanted, task_path=task_path, since=now - PATIENCE)


def requests_to_screen(now: datetime, *, task_path: str) -> list[str]:
    """Return the ids of practical requests that nobody is screening and somebody should."""
    lost = PracticalRequest.objects.filter(
        screened_at=None, arrived_at__lt=now - PATIENCE_FOR_REQUESTS
    )
    found = lost.order_by("arrived_at").values_list("pk", flat=True)
    since = now - PATIENCE_FOR_REQUESTS
    return nobody_does(map(str, found), task_path=task_path, since=since)
