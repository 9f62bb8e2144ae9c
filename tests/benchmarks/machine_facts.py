"""What a table of figures says of the day and the machine; no name of it, no path."""

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.machine import chromium, postgresql_programs


def facts() -> dict[str, str]:
    """Return the facts of the machine: processor, memory, versions."""
    return {
        "Machine": f"{os.cpu_count()} cores ({_processor()}), {_memory()} GB of memory",
        "Python, Django, Wagtail": ", ".join(
            (platform.python_version(), version("django"), version("wagtail"))
        ),
        "Server, database, browser": ", ".join(_programs()),
    }


def today() -> str:
    """Return the day in UTC, as in 2026-11-23."""
    return datetime.now(UTC).date().isoformat()


def load() -> str:
    """Return how many were waiting for the processors in the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def commit() -> str:
    """Return the commit measured, and whether the files differed from it."""
    git = shutil.which("git") or "git"
    short = _said(git, "rev-parse", "--short", "HEAD")
    changed = _said(git, "status", "--porcelain", "--untracked-files=no")
    return f"{short or 'not known'}{', with changes' if changed else ''}"


def _processor() -> str:
    """Return the processor's model, as the system tells it."""
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _memory() -> int:
    """Return the memory of the machine in whole GB."""
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _programs() -> list[str]:
    """Return gunicorn, PostgreSQL and Chromium with their versions, where they are."""
    found = [f"gunicorn {version('gunicorn')}"]
    if programs := postgresql_programs():
        said = _said(str(programs / "postgres"), "--version")
        found.append(" ".join(said.replace("(", "").replace(")", "").split()[1:3]))
    if browser := chromium():
        found.append(" ".join(_said(browser, "--version").split()[:2]))
    return [one for one in found if one]


def _said(*command: str) -> str:
    """Return what a command says; empty where it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""
