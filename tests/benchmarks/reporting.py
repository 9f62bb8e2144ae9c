"""Serves django-survey-and-report beside ours, in an environment made for it alone.

It is in no list of ours: this folder of the benchmark is made once, under var/, from the
package index by name, and may be thrown away.
"""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urlsplit

import psycopg

from tests.benchmarks.serving import HOUSE, free_port, wait_for
from tests.first_database import without_older

PINNED = "django-survey-and-report==1.5.0"
# The same Django, server and driver as ours has, so that only the survey differs.
ALIKE = ("django", "gunicorn", "psycopg[binary]")
PLACE = HOUSE / "var" / "benchmark-survey-and-report"
PYTHON = PLACE / "bin" / "python"
SETTINGS = "tests.benchmarks.reporthouse.settings"


class NotToBeHad(Exception):
    """It could not be installed or does not run here; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Report:
    """Where it is served, and its two surveys of twenty questions."""

    home: str
    whole: str
    """The address of the survey that shows all twenty on one page."""
    names: list[str]
    process: int
    link: str = ""
    """Nobody starts anywhere: for phones, which ask houses for it."""


def installed() -> str:
    """Install it where it is not yet; return what was installed.

    Raises NotToBeHad.
    """
    if not PYTHON.exists():
        venv.create(PLACE, with_pip=True)
    alike = [f"{one}=={version(one.partition('[')[0])}" for one in ALIKE]
    done = subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", PINNED, *alike],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotToBeHad(f"{PINNED} cannot be installed with {', '.join(alike)}.")
    return f"{PINNED} on {alike[0]}, {alike[1]}."


def state() -> str:
    """Return in a sentence what stands beside ours, or why nothing does."""
    try:
        return installed()
    except NotToBeHad as why:
        return str(why)


def database_beside(url: str) -> str:
    """Make an empty database beside ours, of the same kind; return its DATABASE_URL."""
    if url.startswith("sqlite"):
        path = without_older(HOUSE / "var" / "benchmark-report.sqlite3")
        return f"sqlite:///{path}"
    with psycopg.connect(url, autocommit=True) as line:
        line.execute("DROP DATABASE IF EXISTS benchmark_report")
        line.execute("CREATE DATABASE benchmark_report")
    return urlsplit(url)._replace(path="/benchmark_report").geturl()


@contextmanager
def report_served(database: str) -> Iterator[Report]:
    """Serve it beside ours, while the block lasts, on a database of the same kind.

    Raises NotToBeHad.
    """
    installed()
    around = os.environ | {
        "DATABASE_URL": database_beside(database),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }
    around.pop("PYTHONPATH", None)
    lay = [PYTHON, "-m", "tests.benchmarks.reporthouse.laying"]
    done = subprocess.run(
        lay, cwd=HOUSE, env=around, check=False, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise NotToBeHad(f"{PINNED} does not start with what is installed.")
    laid = json.loads(done.stdout.splitlines()[-1])["whole"]
    port = free_port()
    gunicorn = subprocess.Popen(
        [
            *(PYTHON, "-m", "gunicorn", "tests.benchmarks.reporthouse.wsgi"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "1"),
            *("--worker-class", "gthread", "--threads", "4"),
            *("--log-level", "error"),
        ],
        cwd=HOUSE,
        env=around,
    )
    try:
        home, whole = f"http://127.0.0.1:{port}", f"/survey/{laid['survey']}/"
        wait_for(home + whole)
        yield Report(home, whole, laid["names"], gunicorn.pid)
    finally:
        gunicorn.terminate()
        gunicorn.wait()


if __name__ == "__main__":
    sys.exit(print(state()))
