"""Migrates one empty database, of which every worker of the tests takes a copy.

To migrate takes a minute and a half of processor, and each half of the tests would do
it once a worker. What was migrated is kept in `var/` under a hash of all that migrations
read, a file for each kind of database; a change of theirs makes it anew. Django still
migrates the copy, and finds nothing left to do.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connection
from django.db.backends.signals import connection_created

from tests.machine import postgresql_programs

HOUSE = Path(__file__).resolve().parents[1]
KEPT = HOUSE / "var" / "first-database"
# What migrations read beside themselves: versions, and what a role may do.
READ_TOO = ("pyproject.toml", "voice/accounts/domain/roles.py")
STRICT = ("--no-owner", "--single-transaction")


def copy_for_tests() -> None:
    """Let the database of the tests, once it is created, begin as a copy."""
    if connection.vendor == "sqlite":
        first = first_of_sqlite()
        connection_created.connect(
            lambda **made: _fill(made["connection"], first),
            weak=False,
            dispatch_uid="first database",
        )
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = _first_of_postgresql()


def without_older(path: Path) -> Path:
    """Return the place of a SQLite file, with nothing of an earlier run there."""
    for old in path.parent.glob(path.name + "*"):
        old.unlink()
    return path


def first_of_sqlite() -> Path:
    """Return a migrated file; make it where there is none of these migrations."""
    file = KEPT / f"{_what_migrations_read()}.sqlite3"
    with _one_at_a_time():
        if not file.exists():
            draft = file.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            _migrate(f"sqlite:///{draft}")
            for older in KEPT.glob("*.sqlite3"):
                older.unlink()
            draft.rename(file)
    return file


def _first_of_postgresql() -> str:
    """Return the name of a migrated database of this server; make it where it is missing."""
    at = connection.settings_dict
    name = f"first_{_what_migrations_read()}"
    server = f"{at['USER']}@{at['HOST']}:{at['PORT']}"
    with _one_at_a_time(), connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}_draft"')
            cursor.execute(f'CREATE DATABASE "{name}_draft"')
            _lay(f"postgresql://{quote(server, safe='@:')}/{name}_draft")
            cursor.execute(f'ALTER DATABASE "{name}_draft" RENAME TO "{name}"')
    return name


def fill_postgresql(url: str) -> None:
    """Lay what is migrated in the empty database at `url`, of a server of our own."""
    with _one_at_a_time():
        _lay(url)


def _lay(url: str) -> None:
    """Take the tables from the file that is kept of these migrations, or migrate.

    Where the server's own programs are not here, nothing is kept.
    """
    file = KEPT / f"{_what_migrations_read()}.dump"
    if file.exists() and _asks("pg_restore", *STRICT, "--dbname", url, file):
        return
    _migrate(url)
    draft = file.with_suffix(".draft-dump")
    if _asks("pg_dump", "--format=custom", "--file", draft, url):
        for older in KEPT.glob("*.dump"):
            older.unlink()
        draft.rename(file)


def _asks(program: str, *said: str | Path) -> bool:
    """Run a program of the server's; return whether it is here and did it."""
    programs = postgresql_programs()
    if programs is None or not (programs / program).exists():
        return False
    command = [str(programs / program), *map(str, said)]
    return not subprocess.run(
        command, check=False, stderr=subprocess.DEVNULL
    ).returncode


def _fill(opened: Any, first: Path) -> None:
    """Copy `first` into the database just opened, where it is the tests' and empty."""
    if Path(opened.settings_dict["NAME"]).parent != HOUSE / "var":
        return
    raw = opened.connection
    if raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return
    with sqlite3.connect(f"file:{quote(str(first))}?mode=ro", uri=True) as source:
        source.backup(raw)
    source.close()


def _what_migrations_read() -> str:
    """Return a hash of every migration of ours, the versions, and what they lay."""
    files = sorted(
        path
        for app in ("cms", "surveys", "voice")
        for path in (HOUSE / app).rglob("migrations/*.py")
    )
    told = hashlib.sha256()
    for path in [*files, *(HOUSE / name for name in READ_TOO)]:
        told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()[:16]


def _migrate(url: str) -> None:
    """Migrate the empty database at `url` in a process of its own."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=HOUSE,
        env=os.environ
        | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "voice.settings.test"},
        check=True,
    )


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let one worker make it while the others wait."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
