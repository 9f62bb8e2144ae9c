"""The long form of the ledger: uv run --group dev python -m tests.faults --children N.

Serves the house with gunicorn on a database of its own, lets children answer while a
nemesis kills and pauses, and looks for what they were told is kept. Exits 1 when anything
was lost, doubled, corrupted or came from nowhere.
"""

import argparse
import os
import sys
import time

from tests.benchmarks.serving import databases, served
from tests.faults.ledger import Verdict, compared, held_by, write
from tests.faults.nemesis import Nemesis

DATABASES = ("SQLite", "PostgreSQL")
NOTHING = Verdict(0, 0, 0, 0)


def ledger_of(
    database: str, children: int, *, seed: int, workers: int, at_once: int
) -> Verdict:
    """Try it on one kind of database; print and return the verdict."""
    began = time.monotonic()
    with databases(database) as urls, served(urls[database], workers=workers) as house:
        with Nemesis(house, seed=seed) as nemesis:
            ledger = write(house, children, seed=seed, at_once=at_once)
        verdict = compared(ledger, held_by(house))
    thanked = sum(entry.was_thanked for entry in ledger)
    pages = sum(len(entry.kept) for entry in ledger)
    print(f"  {thanked} of {children} were thanked, {pages} pages were acknowledged")
    print(f"  done by the nemesis: {dict(nemesis.did)}")
    print(
        f"  {verdict}; {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}"
    )
    return verdict


def main() -> int:
    """Try each database that is wanted."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--children", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=4, help="web processes")
    parser.add_argument("--at-once", type=int, default=16)
    parser.add_argument("--database", choices=DATABASES, action="append")
    asked = parser.parse_args()
    verdicts = []
    for name in asked.database or DATABASES:
        print(f"\n{name}", flush=True)
        verdicts.append(
            ledger_of(
                name,
                asked.children,
                seed=asked.seed,
                workers=asked.workers,
                at_once=asked.at_once,
            )
        )
    return 0 if all(verdict == NOTHING for verdict in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
