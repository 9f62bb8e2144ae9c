"""Every column of every table, and the files or dump the database is."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from voice.leaks.places.needles import Needles

AT_ONCE = 500
ENDINGS = ("", "-wal", "-shm", "-journal")
Hit = tuple[str, str]
# Kept in clear on purpose: a quote two people signed, and what cites it.
DATABASE = "file the database"


def in_tables(needles: Needles) -> Iterator[Hit]:
    """Yield each planted word found by SQL, and “record table.column”."""
    for table in tables():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - the database's own names
            columns = [column[0] for column in cursor.description or ()]
            while rows := cursor.fetchmany(AT_ONCE):
                for row in rows:
                    for column, value in zip(columns, row, strict=True):
                        for name in needles.in_value(value):
                            yield name, f"record {table}.{column}"


def tables() -> list[str]:
    """Return every table, those that keep no model too (sessions, cache, search)."""
    with connection.cursor() as cursor:
        return sorted(connection.introspection.table_names(cursor))


def in_database_files(needles: Needles) -> Iterator[Hit]:
    """Yield what is found in the database's own files, or in a dump of it."""
    for content in _contents():
        for name in needles.in_file(content):
            yield name, DATABASE


def what_was_searched() -> str:
    """Return a sentence for people: which form of the database was looked through."""
    if connection.vendor == "sqlite":
        return "the bytes of SQLite's files, the log of what was written included"
    if _dump_program():
        return "a dump by pg_dump"
    return "no dump: pg_dump is not on this machine"


def _contents() -> Iterator[bytes]:
    """Yield the bytes of the database."""
    if connection.vendor == "sqlite":
        for ending in ENDINGS:
            path = Path(f"{connection.settings_dict['NAME']}{ending}")
            if path.is_file():
                yield path.read_bytes()
    elif program := _dump_program():
        said = connection.settings_dict
        command = [program, "--dbname", str(said["NAME"])]
        for option, name in (
            ("--host", "HOST"),
            ("--port", "PORT"),
            ("--username", "USER"),
        ):
            if said[name]:
                command += [option, str(said[name])]
        password = {"PGPASSWORD": str(said["PASSWORD"])} if said["PASSWORD"] else {}
        yield subprocess.run(  # noqa: S603 - our own words alone
            command, capture_output=True, check=True, env=password or None
        ).stdout


def _dump_program() -> str | None:
    """Return where pg_dump is; None when it is not on this machine."""
    return shutil.which("pg_dump")
