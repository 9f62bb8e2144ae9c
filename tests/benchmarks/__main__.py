"""Prints how fast it is: uv run --group dev python -m tests.benchmarks [table] [name …].

Without a name each is run in turn; 1 when any goal is missed. With “table” what was
found is written to docs/benchmarks.md, side by side; what was not run keeps there what
it found before, with its day and commit.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import machine_facts, reporting, table
from tests.benchmarks.rows import GATHERED_IN, gathered
from tests.benchmarks.serving import HOUSE

NAMES = {
    "phone": "an old phone on slow 3G, beside a bare page and Wagtail's form",
    "requests": "requests to gunicorn on SQLite and PostgreSQL, beside two others' forms",
    "pages": "queries and CPU of a page in one process, compiling and editing",
    "counting": "live counts of up to 557,077 responses, beside SQL and a loop",
    "exports": "all answers of 557,077 responses as a file, beside Wagtail's form",
    "assembly": "1,000 phones open in 60 seconds and answer in the next 60",
    "soak": "two hours of children and staff as quick as they can, and the memory kept",
    "codes": "whether the fate of a code can be told by time",
    "screening": "how many texts a second are screened",
    "statement": "board and statement pages of 120 actions and 2,000 pieces of evidence",
    "tagging": "a page of 50,000 comments to tag, beside one of 200",
}
TABLE = "table"


def asked() -> tuple[list[str], bool]:
    """Return which benchmarks are wanted, and whether their table is."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:<10} {what}" for name, what in NAMES.items())
        + f"\n  {TABLE:<10} writes {table.PLACE} of those named, or of all",
    )
    parser.add_argument("name", nargs="*", choices=[*NAMES, TABLE, []], metavar="name")
    names = parser.parse_args().name
    wanted = [name for name in NAMES if name in names]
    return wanted or list(NAMES), TABLE in names


def run(name: str, rows: Path) -> tuple[bool, table.Part]:
    """Run one in a process of its own; return whether it met its goals, and its part."""
    print(f"\n=== {name}: {NAMES[name]}", flush=True)
    before = machine_facts.load()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}"],
        check=False,
        env=os.environ | {GATHERED_IN: str(rows)},
    )
    part = table.Part(
        *(name, NAMES[name], gathered(rows)),
        *(machine_facts.today(), machine_facts.commit()),
        f"{before} and {machine_facts.load()}",
    )
    return not done.returncode, part


def known(facts: dict[str, str]) -> dict[str, table.Part]:
    """Return the parts that the document on this machine's disk has to keep."""
    place = HOUSE / table.PLACE
    earlier = place.read_text(encoding="utf-8") if place.exists() else ""
    return table.kept(earlier, NAMES, facts[table.MACHINE])


def main() -> int:
    """Run those wanted, and write the table after each; 1 when one missed a goal.

    Whoever ends it early keeps what was measured until then.
    """
    wanted, is_table = asked()
    facts = machine_facts.facts()
    met, parts = {}, known(facts)
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            met[name], parts[name] = run(name, Path(folder) / name)
            if is_table:
                said = table.Run(facts, reporting.state(), list(parts.values()))
                (HOUSE / table.PLACE).write_text(table.written(said), encoding="utf-8")
    missed = [name for name, was in met.items() if not was]
    print(f"\nMissed: {', '.join(missed)}." if missed else "\nEvery goal is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
