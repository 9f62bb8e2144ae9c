"""Passes all tests, with one command: uv run --group dev python -m tests.

The whole suite but journeys runs on SQLite; what is marked `on_both` and the
journeys run on PostgreSQL. Chromium, espeak-ng, PostgreSQL and Pango are brought through
apt when this is root on Debian; otherwise one sentence says what is missing. Nothing is
skipped: a skipped test fails the run.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.machine import (
    Missing,
    bring_chromium,
    bring_machine_voice,
    bring_postgresql,
    bring_typesetter,
    postgresql,
)

HOUSE = Path(__file__).resolve().parents[1]
# Each worker reckons on one core: threads of two of them would wait for each other.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def pytest(name: str, *wanted: str, workers: int, **environment: str) -> int:
    """Run pytest over `wanted`; return its exit code, having said what it ran."""
    print(f"\n=== {name}", flush=True)
    command = [sys.executable, "-m", "pytest", "--create-db", "-q", "-n", str(workers)]
    return subprocess.run(
        [*command, *wanted],
        cwd=HOUSE,
        env=os.environ | ONE_THREAD | {"VOICE_NO_SKIPS": "1"} | environment,
        check=False,
    ).returncode


def main() -> int:
    """Run each half; return 0 only when every half passed."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1))
    workers = parser.parse_args().workers
    try:
        bring_chromium()
        bring_machine_voice()
        bring_postgresql()
        bring_typesetter()
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    failed = []
    if pytest("SQLite: everything but journeys", "-m", "not journey", workers=workers):
        failed.append("SQLite")
    with postgresql() as url:
        if pytest(
            "PostgreSQL: domain, constraints, races",
            "-m",
            "on_both and not journey",
            workers=workers,
            DATABASE_URL=url,
        ):
            failed.append("PostgreSQL")
        if pytest(
            "PostgreSQL: journeys in Chromium",
            "-m",
            "journey",
            workers=workers,
            DATABASE_URL=url,
        ):
            failed.append("journeys")
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll halves passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
