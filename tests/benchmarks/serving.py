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
from urllib.error import URLError
from urllib.request import urlopen

from tests.first_database import fill_postgresql, first_of_sqlite, without_older
from tests.machine import postgresql

HOUSE = Path(__file__).resolve().parents[2]
SETTINGS = "tests.benchmarks.served_settings"
WORKERS = 2
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

    def finished(self) -> int:
        """Return how many responses its database holds that were finished."""
        done = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", FINISHED],
            cwd=HOUSE,
            env=environment_of(self.database),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return int(done.stdout.split()[-1])


@contextmanager
def databases(*wanted: str) -> Iterator[dict[str, str]]:
    """Give an empty database of each kind `wanted`, as DATABASE_URL by name."""
    path = without_older(HOUSE / "var" / "benchmark-served.sqlite3")
    if "SQLite" in wanted:
        copyfile(first_of_sqlite(), path)
    urls = {"SQLite": f"sqlite:///{path}"}
    if "PostgreSQL" not in wanted:
        yield {name: urls[name] for name in wanted}
        return
    with postgresql() as url:
        fill_postgresql(url)
        urls["PostgreSQL"] = url
        yield {name: urls[name] for name in wanted}


@contextmanager
def served(database: str, *, workers: int = WORKERS) -> Iterator[Served]:
    """Serve the house on `database` while the block lasts."""
    around = environment_of(database)

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=HOUSE,
            env=around,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    run("manage.py", "migrate", "--verbosity=0")
    run("manage.py", "collectstatic", "--no-input", "--clear", "--verbosity=0")
    laid = json.loads(run("-m", "tests.benchmarks.laying").splitlines()[-1])
    port = free_port()
    gunicorn = subprocess.Popen(
        [
            sys.executable,
            *("-m", "gunicorn", "voice.wsgi"),
            *("--bind", f"127.0.0.1:{port}", "--workers", str(workers)),
            *("--worker-class", "gthread", "--threads", "4"),
            *("--log-level", "error"),
        ],
        cwd=HOUSE,
        env=around,
    )
    try:
        home = f"http://127.0.0.1:{port}"
        wait_for(home + "/bare/")
        yield Served(
            home, laid["link"], laid["form"], laid["names"], gunicorn.pid, database
        )
    finally:
        gunicorn.terminate()
        gunicorn.wait()


def environment_of(database: str) -> dict[str, str]:
    """Return the environment of whatever works on this database."""
    return os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS, "DATABASE_URL": database}


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
