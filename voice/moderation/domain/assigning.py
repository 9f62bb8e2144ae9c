"""Who has a comment in hand: no two people are given the same one."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from surveys.queries.members import surveys_run_by
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.enums import ReadingState
from voice.moderation.logic.wanted import Wanted
from voice.moderation.models import Reading
from voice.moderation.queries.queue import free_for, wanted_readings
from voice.moderation.queries.readers import routes_for

SCREENFUL = 10


@transaction.atomic
def take_next(
    wanted: Wanted, *, by: User, skip: Collection[int] = (), now: datetime | None = None
) -> Reading | None:
    """Give `by` the first comment that waits and nobody else has, or None.

    Possible worries first, then the oldest; `skip` names readings that `by` put
    down, which come only when nothing else is left.
    """
    taken = _take(wanted, 1, by=by, leave=skip, now=now)
    if not taken and skip:
        taken = _take(wanted, 1, by=by, leave=(), now=now)
    return taken[0] if taken else None


@transaction.atomic
def take_screenful(
    wanted: Wanted, *, by: User, now: datetime | None = None
) -> list[Reading]:
    """Give `by` the first ten comments that wait and nobody else has."""
    return _take(wanted, SCREENFUL, by=by, leave=(), now=now)


@transaction.atomic
def hold(reading: Reading, *, by: User, now: datetime | None = None) -> bool:
    """Keep a waiting comment in hand while `by` reads it; say whether it was free.

    Only those who may decide it: an administrator who looks on holds nothing up.
    """
    at = now or timezone.now()
    held = Reading.objects.filter(
        free_for(by, now=at),
        pk=reading.pk,
        state=ReadingState.WAITING,
        comment__survey__in=surveys_run_by(by),
    ).update(assigned_to=by, assigned_at=at)
    if held:
        reading.assigned_to, reading.assigned_at = by, at
    return bool(held)


@transaction.atomic
def put_down(reading: Reading, *, by: User) -> None:
    """Leave a comment to others; nothing happens unless `by` has it in hand."""
    put = Reading.objects.filter(pk=reading.pk, assigned_to=by).update(
        assigned_to=None, assigned_at=None
    )
    if put:
        record("moderation.put_down", of=reading, by=by)


@transaction.atomic
def put_down_everything(*, by: User) -> None:
    """Leave all that `by` has in hand to others, as when they sign out."""
    Reading.objects.filter(assigned_to=by).update(assigned_to=None, assigned_at=None)


def _take(
    wanted: Wanted,
    how_many: int,
    *,
    by: User,
    leave: Collection[int],
    now: datetime | None,
) -> list[Reading]:
    """Put up to `how_many` free comments into the hand of `by`, and return them.

    PostgreSQL steps over rows that another reader is being given this moment
    (SKIP LOCKED); SQLite lets one transaction write at a time.
    """
    at = now or timezone.now()
    rows = list(
        wanted_readings(wanted, routes=routes_for(by), by=by, now=at)
        .filter(
            free_for(by, now=at),
            state=ReadingState.WAITING,
            comment__survey__in=surveys_run_by(by),
        )
        .exclude(pk__in=leave)
        .select_for_update(skip_locked=True, of=("self",))[:how_many]
    )
    if rows:
        Reading.objects.filter(pk__in=[row.pk for row in rows]).update(
            assigned_to=by, assigned_at=at
        )
        record("moderation.take", of=Reading, by=by, readings=[row.pk for row in rows])
    for row in rows:
        row.assigned_to, row.assigned_at = by, at
    return rows
