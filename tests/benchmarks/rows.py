"""What a benchmark found, a row at a time, for the table in docs/benchmarks.md.

A benchmark prints for whoever runs it and says its rows besides. Alone it says them to
nobody; `python -m tests.benchmarks table` names a file that gathers them.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

GATHERED_IN = "BENCHMARK_ROWS"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: figures with their units, as a person reads them."""

    what: str
    ours: str
    form: str = ""
    """The same by wagtail.contrib.forms."""
    report: str = ""
    """The same by django-survey-and-report."""
    beside: str = ""
    """The same by something else, which is named: a bare page, a plain search."""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None
    """None where there is no goal."""


def tell(row: Row) -> None:
    """Add one row to the file that gathers them, if there is one."""
    if place := os.environ.get(GATHERED_IN):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(row)) + "\n")


def gathered(place: Path) -> list[Row]:
    """Return the rows of a file, in the order they were told."""
    if not place.exists():
        return []
    return [Row(**json.loads(line)) for line in place.read_text("utf-8").splitlines()]
