"""Sweeps the database's free space after something was destroyed for good."""

from datetime import datetime

from django.apps import apps
from django.db import connection

from surveys.models import Erasure, Response, RetentionRun
from voice.audit.domain.record import record
from voice.council.models import DataKey
from voice.council.sealed_columns import sealed_columns


def scrub(now: datetime) -> list[str]:
    """Vacuum when something was destroyed since the last time; say so.

    Not inside a transaction: neither database can. There it waits for the next run.
    SQLite also overwrites what is deleted (secure_delete), and its log is cut.
    """
    waiting = [
        model.objects.filter(scrubbed_at=None) for model in (RetentionRun, Erasure)
    ]
    if connection.in_atomic_block or not any(rows.exists() for rows in waiting):
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for table in sorted(_tables()):
                cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
    done = sum(rows.update(scrubbed_at=now) for rows in waiting)
    record("surveys.scrub", of=RetentionRun, by=None, after=done)
    return ["Swept the database's free space after what was destroyed."]


def _tables() -> set[str]:
    """Return the tables that held what is destroyed."""
    sealed = {apps.get_model(column.model) for column in sealed_columns()}
    return {model._meta.db_table for model in sealed | {Response, DataKey}}  # noqa: SLF001 - Django's public interface
