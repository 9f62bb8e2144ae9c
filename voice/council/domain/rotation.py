"""Changes keys: a new master key wraps every data key; new data keys seal every row.

Both may be killed at any moment and run again: nothing is ever unreadable in between.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.utils import timezone

from voice.audit.domain.record import record
from voice.council.domain.keys import (
    KeyDestroyed,
    add_version,
    newest_versions,
    open_content,
    rewrap,
    seal_content,
)
from voice.council.enums import KeyPurpose
from voice.council.logic.sealing import version_of
from voice.council.models import DataKey, KeyRotation
from voice.council.sealed_columns import SealedColumn, sealed_columns
from voice.master_keys import master_keys

BATCH = 50
# A key that was replaced stays this long, for whoever sealed with it a moment before.
GRACE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many rows of one column were sealed anew in one pass."""

    column: str
    rows: int


def rotate_masters() -> int:
    """Wrap every data key under the first master key; return how many were changed.

    Raises CannotOpen, naming the key, when an older master key is missing.
    """
    name = next(iter(master_keys()))
    rows = DataKey.objects.exclude(wrapped=None).exclude(master=name)
    changed = 0
    for row in rows.order_by("pk"):
        with transaction.atomic():
            changed += rewrap(row)
    if changed:
        record("council.rotate_master_keys", of=DataKey, by=None, keys=changed)
    return changed


def begin_rotation() -> KeyRotation:
    """Return the rotation that is under way, or a new one, with its new keys made."""
    rotation = KeyRotation.objects.filter(finished_at=None).first()
    if rotation is None:
        with transaction.atomic():
            rotation = KeyRotation.objects.create()
            record("council.begin_key_rotation", of=rotation, by=None)
    old = DataKey.objects.filter(
        destroyed_at=None, replaced_at=None, made_at__lt=rotation.started_at
    )
    for row in old.order_by("pk"):
        add_version(owner=row.owner, purpose=KeyPurpose(row.purpose))
    return rotation


def reseal_all(rotation: KeyRotation) -> Iterator[Resealed]:
    """Seal every row under its newest key, pass after pass, until none is left behind.

    Rows somebody else holds are left for the next pass, so nobody waits for us.
    """
    left = True
    while left:
        left = False
        for column in sealed_columns():
            done = sum(reseal_column(column))
            KeyRotation.objects.filter(pk=rotation.pk).update(
                resealed=F("resealed") + done
            )
            left = left or bool(rows_under_old_keys(column))
            if done:
                yield Resealed(column.name, done)


@transaction.atomic
def finish_rotation(rotation: KeyRotation) -> None:
    """Write down that no row is sealed under an older key."""
    rotation.finished_at = timezone.now()
    rotation.save(update_fields=("finished_at",))
    rotation.refresh_from_db()
    record(
        "council.finish_key_rotation", of=rotation, by=None, resealed=rotation.resealed
    )


def destroy_replaced_keys(now: datetime) -> list[str]:
    """Destroy the keys replaced over an hour ago that open no row any more.

    What was sealed with one at the last moment is sealed anew first.
    """
    old = DataKey.objects.filter(destroyed_at=None, replaced_at__lt=now - GRACE)
    if not old.exists():
        return []
    behind = 0
    for column in sealed_columns():
        sum(reseal_column(column))
        behind += rows_under_old_keys(column)
    if behind:
        return []
    destroyed = old.update(wrapped=None, destroyed_at=now)
    record("council.destroy_replaced_keys", of=DataKey, by=None, keys=destroyed)
    return [f"Destroyed {destroyed} replaced data keys."]


def reseal_column(column: SealedColumn) -> Iterator[int]:
    """Seal what lags behind in one column anew; yield how many rows in each batch."""
    last: Any = None
    while True:
        with transaction.atomic():
            rows = list(_next_rows(column, last))
            newest = newest_versions()
            yield sum(_reseal(column, row, newest) for row in rows)
        if not rows:
            return
        last = rows[-1].pk


def rows_under_old_keys(column: SealedColumn) -> int:
    """Return how many rows of a column are not under the newest key of their owner."""
    newest = newest_versions()
    rows = _rows(column).iterator(chunk_size=500)
    return sum(_is_behind(column, row, newest) for row in rows)


def _rows(column: SealedColumn) -> QuerySet[Model]:
    """Return every row that holds something in this column."""
    rows: QuerySet[Model] = QuerySet(apps.get_model(column.model)).exclude(
        **{column.column: None}
    )
    if column.comment:
        rows = rows.select_related(column.comment)
    return rows.order_by("pk")


def _next_rows(column: SealedColumn, last: Any) -> QuerySet[Model]:
    """Return the next rows after `last` that nobody else holds."""
    rows = _rows(column).select_for_update(skip_locked=True, of=("self",))
    return (rows if last is None else rows.filter(pk__gt=last))[:BATCH]


def _is_behind(
    column: SealedColumn, row: Model, newest: dict[tuple[str, str], int]
) -> bool:
    """Say whether a row is sealed under an older key than its owner's newest."""
    sealed = bytes(getattr(row, column.column))
    if not sealed:
        return False
    return version_of(sealed) < newest.get((column.owner(row), column.purpose), 0)


def _reseal(
    column: SealedColumn, row: Model, newest: dict[tuple[str, str], int]
) -> int:
    """Seal one row anew unless it changed meanwhile; return how many rows changed."""
    if not _is_behind(column, row, newest):
        return 0
    sealed = bytes(getattr(row, column.column))
    owner, place = column.owner(row), column.place(row)
    try:
        content = open_content(
            sealed, owner=owner, purpose=column.purpose, bound_to=place
        )
        anew = seal_content(
            content, owner=owner, purpose=column.purpose, bound_to=place
        )
    except KeyDestroyed:
        return 0
    same: QuerySet[Model] = QuerySet(type(row)).filter(
        pk=row.pk, **{column.column: sealed}
    )
    return same.update(**{column.column: anew})
