"""Counts every row there is, and what drafts hold: the same after as before."""

import hashlib

from django.apps import apps
from django.db import connection

# These may grow: they count wrong tries, or note that somebody looked.
MAY_GROW = {
    "surveys_codetries": "How many codes were typed that open nothing.",
    "audit_entry": "Staff who look at pages are written down.",
    "audit_seal": "And that is sealed.",
    "django_session": "A page that says something to a stranger holds it in one.",
    "usersessions_usersession": "The same of staff.",
}


def counted() -> dict[str, int]:
    """Return the number of rows of every table that may not grow."""
    tables = sorted(
        {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
        & set(connection.introspection.table_names()) - set(MAY_GROW)
    )
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            found[table] = cursor.fetchone()[0]
    return found


def answers_hash() -> str:
    """Return a hash of every answer of every response, whoever gave it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, answers FROM surveys_response ORDER BY id")
        said = repr([(str(key), str(value)) for key, value in cursor.fetchall()])
    return hashlib.sha256(said.encode()).hexdigest()


def grown(before: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Return the tables that hold another number of rows than before."""
    now = counted()
    return {
        table: (before.get(table, 0), number)
        for table, number in now.items()
        if number != before.get(table, 0)
    }
