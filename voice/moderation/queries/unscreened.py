"""Which readings wait for screening, and which of them nobody is screening."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Max, Min, QuerySet
from django_tasks_db.models import DBTaskResult

from voice.council.queries.tasks import in_hand, told
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading, ScreeningList

# A comment is screened within seconds; after this long its task was lost.
PATIENCE = timedelta(minutes=5)
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
    others = _in_hand(now, task_path=task_path)
    return [pk for pk in wanted if pk not in others]


def _in_hand(now: datetime, *, task_path: str) -> set[int]:
    """Return the ids of readings with a task in hand, or just tried."""
    just = DBTaskResult.objects.filter(
        task_path=task_path, enqueued_at__gte=now - PATIENCE
    )
    return told(in_hand(task_path) | just)
