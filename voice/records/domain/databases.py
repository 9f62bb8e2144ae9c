"""Copies the whole database out and in: SQLite by its backup API, PostgreSQL by its own
programs. Data keys are left out: they are kept apart.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from surveys.models import Survey
from voice.accounts.models import User
from voice.council.models import DataKey
from voice.records.logic.backup_contents import BackupUnusable
from voice.records.logic.sealed_stream import PIECE, pieces

KEYS_TABLE = DataKey._meta.db_table  # noqa: SLF001 - Django's public interface
DUMP = (
    *("--format=custom", "--no-owner", "--no-privileges"),
    f"--exclude-table-data=*.{KEYS_TABLE}",
)
# What is in the way is dropped first, and all of it comes or nothing.
RESTORE = (
    *("--clean", "--if-exists", "--no-owner", "--no-privileges"),
    *("--single-transaction", "--exit-on-error"),
)


def newest_migrations() -> list[str]:
    """Return the newest migration of each app of this program."""
    leaves = MigrationLoader(None).graph.leaf_nodes()
    return sorted(f"{app}.{name}" for app, name in leaves)


def migrations_waiting() -> bool:
    """Say whether the database is older than this program."""
    loader = MigrationLoader(connection)
    return not set(loader.graph.leaf_nodes()) <= set(loader.applied_migrations)


def is_empty() -> bool:
    """Say whether there is no database yet, or one with nobody and no survey in it."""
    tables = set(connection.introspection.table_names())
    return not any(
        model._meta.db_table in tables and model._default_manager.exists()  # noqa: SLF001 - Django's public interface
        for model in (User, Survey)
    )


def dumped() -> Iterator[bytes]:
    """Yield the database as it is at one moment, without data keys.

    Raises BackupUnusable when a program of PostgreSQL is missing or fails.
    """
    return _dumped_sqlite() if connection.vendor == "sqlite" else _dumped_postgresql()


def load(content: Iterable[bytes]) -> None:
    """Put what dumped() gave in place of everything that is there, all or nothing.

    Raises BackupUnusable when it is damaged, or a program is missing or fails.
    """
    if connection.vendor == "sqlite":
        _load_sqlite(content)
    else:
        _load_postgresql(content)
    connection.close()


def _dumped_sqlite() -> Iterator[bytes]:
    """Yield a copy of the file, made beside it, where the same eyes alone can see it."""
    with _draft("backing-up") as draft:
        with (
            closing(sqlite3.connect(_sqlite_file())) as live,
            closing(sqlite3.connect(draft)) as copy,
        ):
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute("PRAGMA secure_delete=ON")
            copy.execute(f'DELETE FROM "{KEYS_TABLE}"')  # noqa: S608 - a name of ours
            copy.commit()
        with draft.open("rb") as file:
            yield from pieces(file)


def _load_sqlite(content: Iterable[bytes]) -> None:
    """Write the file beside the database, look at it, copy it in as one transaction."""
    with _draft("restoring") as draft:
        with draft.open("wb") as file:
            file.writelines(content)
        connection.ensure_connection()
        with closing(sqlite3.connect(draft)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise BackupUnusable("SQLite finds the backup's database damaged.")
            copy.backup(connection.connection)


def _sqlite_file() -> str:
    """Return the path of the SQLite database."""
    return str(connection.settings_dict["NAME"])


@contextmanager
def _draft(what: str) -> Iterator[Path]:
    """Give a file beside the database, for us alone, that is gone afterwards."""
    path = Path(f"{_sqlite_file()}.{what}")
    path.unlink(missing_ok=True)
    path.touch(0o600)
    try:
        yield path
    finally:
        path.unlink()


def _dumped_postgresql() -> Iterator[bytes]:
    """Yield what pg_dump tells; nothing of it is written to a disk in the clear."""
    with _running("pg_dump", *DUMP, stdout=subprocess.PIPE) as dump:
        while piece := dump.stdout.read(PIECE) if dump.stdout else b"":
            yield piece


def _load_postgresql(content: Iterable[bytes]) -> None:
    """Give the dump to pg_restore; of one that complains the reason is told."""
    name = str(connection.settings_dict["NAME"])
    connection.close()
    with _running(
        "pg_restore", *RESTORE, f"--dbname={name}", stdin=subprocess.PIPE
    ) as load:
        with suppress(BrokenPipeError):
            load.stdin.writelines(content) if load.stdin else None
        with suppress(BrokenPipeError):
            load.stdin.close() if load.stdin else None


@contextmanager
def _running(
    program: str, *words: str, stdin: int | None = None, stdout: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of PostgreSQL; raise BackupUnusable when it is missing or fails."""
    path = shutil.which(program)
    if path is None:
        raise BackupUnusable(
            f"{program} is not in the PATH: install the client of PostgreSQL, in the "
            "server's version."
        )
    with (
        TemporaryFile() as said,
        subprocess.Popen(  # noqa: S603 - PostgreSQL's program, given words of ours
            [path, *words], stdin=stdin, stdout=stdout, stderr=said, env=_database()
        ) as running,
    ):
        try:
            yield running
        except BaseException:
            running.kill()
            raise
        if running.wait():
            raise BackupUnusable(f"{program} failed. {_first_line(said)}")


def _database() -> dict[str, str]:
    """Return the environment that names our database; the password is on no command line."""
    at = connection.settings_dict
    told = {
        f"PG{name}": str(at.get(name) or "")
        for name in ("HOST", "PORT", "USER", "PASSWORD")
    }
    told |= {"PGDATABASE": str(at["NAME"]), "PATH": os.pathsep.join(os.get_exec_path())}
    return {name: value for name, value in told.items() if value}


def _first_line(said: IO[bytes]) -> str:
    """Return the first line of what a program complained of."""
    said.seek(0)
    return (said.read().decode("utf-8", "replace").splitlines() or ["It said no why."])[
        0
    ]
