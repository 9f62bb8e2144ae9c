"""Serves the house with gunicorn on a database of its own, for the benchmarks."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

from tests.first_database import fill_postgresql, first_of_sqlite, without_older
from tests.machine import postgresql

HOUSE = Path(__file__).resolve().parents[2]
VAR = HOUSE / "var"
SETTINGS = "tests.benchmarks.served_settings"
WORKERS = 2
THREADS = 4
STARTS_WITHIN = 300
FINISHED = (
    "from surveys.models import Response; "
    "print(Response.objects.filter(state='finished').count())"
)


@dataclass(frozen=True, slots=True)
class Served:
    """Where the house is served, and its two surveys of twenty questions."""

    home: str
    link: str
    form: str
    names: list[str]
    process: int
    """The id of gunicorn's first process; its workers are its children."""
    database: str
    around: dict[str, str]
    """The environment of whatever works on this database."""

    def finished(self) -> int:
        """Return how many responses its database holds that were finished."""
        done = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", FINISHED],
            cwd=HOUSE,
            env=self.around,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return int(done.stdout.split()[-1])


@contextmanager
def databases(*wanted: str, under: Path = VAR) -> Iterator[dict[str, str]]:
    """Give an empty database of each kind `wanted`, as DATABASE_URL by name."""
    path = without_older(under / "benchmark-served.sqlite3")
    if "SQLite" in wanted:
        copyfile(first_of_sqlite(), path)
    urls = {"SQLite": f"sqlite:///{path}"}
    if "PostgreSQL" not in wanted:
        yield {name: urls[name] for name in wanted}
        return
    with postgresql(under=None if under == VAR else under) as url:
        fill_postgresql(url)
        urls["PostgreSQL"] = url
        yield {name: urls[name] for name in wanted}


@contextmanager
def served(
    database: str,
    *,
    workers: int = WORKERS,
    threads: int = THREADS,
    beside: dict[str, str] | None = None,
) -> Iterator[Served]:
    """Serve the house on `database` while the block lasts; `beside` joins its environment.

    No process is replaced before the block ends, as gunicorn.conf.py has it replaced.
    """
    around = environment_of(database) | (beside or {})
    said("manage.py", "migrate", "--verbosity=0", around=around)
    said(
        *("manage.py", "collectstatic", "--no-input", "--clear", "--verbosity=0"),
        around=around,
    )
    laid = json.loads(said("-m", "tests.benchmarks.laying", around=around))
    how = ("--worker-class", "gthread", "--threads", str(threads))
    with gunicorn("--workers", str(workers), *how, around=around) as (home, pid):
        wait_for(home + "/bare/")
        yield Served(
            home, laid["link"], laid["form"], laid["names"], pid, database, around
        )


def said(*command: str, around: dict[str, str]) -> str:
    """Return the last line that a program of ours says; raises when it fails."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=HOUSE,
        env=around,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.rpartition("\n")[0].rpartition("\n")[2]


@contextmanager
def gunicorn(
    *options: str, around: dict[str, str], log: IO[bytes] | None = None
) -> Iterator[tuple[str, int]]:
    """Serve while the block lasts; give the address and the id of the first process."""
    port = free_port()
    first = subprocess.Popen(
        [
            sys.executable,
            *("-m", "gunicorn", "voice.wsgi", "--bind", f"127.0.0.1:{port}"),
            *("--log-level", "error", *options),
        ],
        cwd=HOUSE,
        env=around,
        stderr=log,
    )
    try:
        yield f"http://127.0.0.1:{port}", first.pid
    finally:
        first.terminate()
        first.wait()


def environment_of(database: str) -> dict[str, str]:
    """Return the environment of whatever works on this database.

    Programs keep what they compiled, wherever this one was told to keep nothing: they
    are started again and again.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": database,
        "PYTHONPYCACHEPREFIX": str(VAR / "compiled"),
    }


def wait_for(address: str) -> None:
    """Wait until the address answers."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            urlopen(address).close()
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
