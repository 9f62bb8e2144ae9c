"""The long form of the ledger: uv run --group dev python -m tests.faults --children N.

Serves the house with gunicorn on a database of its own, lets children answer while a
nemesis kills, pauses, cuts, fills and deploys, and looks for what they were told is
kept. Exits 1 when anything was lost, doubled, corrupted or came from nowhere, or when
the work behind was not done once.
"""

import argparse
import math
import os
import sys
import time
from dataclasses import dataclass, field

from tests.faults.broken_house import broken_house
from tests.faults.ledger import Told, Verdict, compared, held_by, settled, write
from tests.faults.nemesis import HELD, Nemesis

DATABASES = ("SQLite", "PostgreSQL")
NOTHING = Verdict(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the verdict, what of the work behind is wrong, deeds not done."""

    verdict: Verdict = NOTHING
    wrong: dict[str, int] = field(default_factory=dict)
    not_done: list[str] = field(default_factory=list)


WELL = Outcome()


def ledger_of(
    database: str,
    children: int,
    *,
    seed: int,
    web: int,
    workers: int,
    at_once: int,
    counts: bool = True,
    pause: float = HELD,
    minutes: float = math.inf,
) -> Outcome:
    """Try it on one kind of database; print and return what came of it."""
    began, told = time.monotonic(), Told()
    with broken_house(database, workers=web, children=children) as broken:
        nemesis = Nemesis(
            broken, seed=seed, told=told, workers=workers, counts=counts, pause=pause
        )
        with nemesis:
            ledger = write(
                broken.house,
                children,
                seed=seed,
                at_once=at_once,
                told=told,
                is_enough=lambda: nemesis.has_done_all,
                minutes=minutes,
            )
        wrong, done = settled(broken.house)
        verdict = compared(ledger, held_by(broken.house))
        letters = f"letters taken {broken.post.taken}, refused {broken.post.refused}"
    thanked = sum(entry.was_thanked for entry in ledger)
    pages = sum(len(entry.kept) for entry in ledger)
    print(f"  {thanked} of {len(ledger)} were thanked, {pages} pages acknowledged")
    print(f"  {nemesis.did.total()} deeds of the nemesis: {dict(nemesis.did)}")
    print(f"  the work behind: {done}; {letters}; wrong: {wrong or 0}")
    print(
        f"  {verdict}; {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}"
    )
    return Outcome(verdict, wrong, nemesis.not_done)


def main() -> int:
    """Try each database that is wanted."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--children", type=int, default=500)
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="then no more children begin"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--web", type=int, default=4, help="web processes")
    parser.add_argument("--workers", type=int, default=2, help="of the queue")
    parser.add_argument("--pause", type=float, default=30, help="seconds of a pause")
    parser.add_argument("--at-once", type=int, default=16)
    parser.add_argument("--database", choices=DATABASES, action="append")
    asked = parser.parse_args()
    outcomes = []
    for name in asked.database or DATABASES:
        print(f"\n{name}", flush=True)
        outcomes.append(
            ledger_of(
                name,
                asked.children,
                seed=asked.seed,
                web=asked.web,
                workers=asked.workers,
                at_once=asked.at_once,
                pause=asked.pause,
                minutes=asked.minutes,
            )
        )
    return 0 if all(outcome == WELL for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
