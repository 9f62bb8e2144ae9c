"""Malformed requests to a gunicorn of our own: python -m tests.hostile --requests N.

Seeded: the same seed sends the same bytes. Prints what was answered, kind by kind; 1
when anything was answered with 5xx, not answered, or left a row, when the slowest
hundredth took a second or longer, or when memory did not stay flat.
"""

import argparse
import os
import sys
from pathlib import Path
from shutil import copyfile

import django

from tests.first_database import fill_postgresql, first_of_sqlite, without_older
from tests.machine import postgresql

HOUSE = Path(__file__).resolve().parents[2]
DATABASES = ("SQLite", "PostgreSQL")
SLOWEST = 1.0
# gunicorn's own remark on every HEAD; nothing broke.
HEAD_NOTICE = "dropping per RFC 9110"
MOST_GROWN = 40.0
"""MiB of all workers in the second half: what is kept once is kept by then."""


def main() -> int:
    """Read what is wanted, stand the house up, attack it; return 1 for harm."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.hostile", description=__doc__
    )
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--matrix", action="store_true", help="only who opens what")
    parser.add_argument("--database", choices=DATABASES, default="SQLite")
    wanted = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.hostile.settings"
    if wanted.database == "PostgreSQL":
        with postgresql() as url:
            fill_postgresql(url)
            return _on(url, wanted)
    path = without_older(HOUSE / "var" / "hostile.sqlite3")
    copyfile(first_of_sqlite(), path)
    return _on(f"sqlite:///{path}", wanted)


def _on(url: str, wanted: argparse.Namespace) -> int:
    """Migrate the database and run on it."""
    os.environ["DATABASE_URL"] = url
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if wanted.matrix:
        from tests.hostile.matrix import main as matrix

        return matrix()
    from tests.hostile.ground import ground
    from tests.hostile.run import attacked

    with ground(url) as (stood, errors):
        told = attacked(stood, requests=wanted.requests, seed=wanted.seed)
        return _report(told, errors.read_text(errors="replace"), wanted)


def _report(told, errors: str, wanted: argparse.Namespace) -> int:
    """Print what came of it; return 1 for harm."""
    for kind, statuses in sorted(told.statuses.items()):
        answered = ", ".join(
            f"{s or 'closed'} × {n}" for s, n in sorted(statuses.items())
        )
        print(f"  {kind:<26}{statuses.total():>6}  {answered}")
    print(
        f"{wanted.database}, seed {wanted.seed}: {wanted.requests} requests; "
        f"5xx {len(told.broken)}, unanswered {len(told.silent)}, tables that grew "
        f"{told.rows or 0}, answers changed: {'yes' if told.answers_changed else 'no'}; "
        f"p50 {told.share(0.5) * 1000:.0f} ms, p99 {told.share(0.99) * 1000:.0f} ms; "
        f"memory {', '.join(f'{mib:.0f}' for mib in told.memory)} MiB"
    )
    for number, kind, status in told.broken[:20]:
        print(f"  broken: number {number}, {kind}, {status}")
    for number, kind in told.silent[:20]:
        print(f"  unanswered: number {number}, {kind}")
    broke = [line for line in errors.splitlines() if HEAD_NOTICE not in line]
    print("\n".join(broke[-80:]))
    slow = told.share(0.99) >= SLOWEST
    return 1 if slow or told.grew > MOST_GROWN or not told.is_unharmed else 0


if __name__ == "__main__":
    sys.exit(main())
