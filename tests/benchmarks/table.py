"""The document of all benchmarks side by side: how it is written, and read again.

docs/benchmarks.md is written by `python -m tests.benchmarks table` alone. A benchmark
that was not run this time keeps nothing of an earlier run: figures of two days, machines
or commits do not stand side by side.
"""

import re
from dataclasses import dataclass, field

from tests.benchmarks.rows import Row

PLACE = "docs/benchmarks.md"
NOT_RUN = "Not run."
NO_ROWS = "It ended before it found anything."
COLUMNS = (
    *("What", "Voice", "wagtail.contrib.forms", "django-survey-and-report"),
    *("Beside", "Ratio", "Goal", ""),
)
MET = {True: "met", False: "**missed**", None: ""}
HEAD = """\
# How fast it is

Written by `python -m tests.benchmarks table` and by nobody's hand: everything here was
measured in one run, side by side on one machine, in turns where two are compared. The
ratios say more than the milliseconds: other machines have other milliseconds. A ratio is
ours to theirs, so less is quicker, unless it says otherwise. What ours does in the time
is more: it seals words, keeps them until they were read, and shows one question a page.
"""
BESIDE = """\
`wagtail.contrib.forms` is Wagtail's own form page in the same process as ours, with the
same twenty questions. django-survey-and-report is in an environment of its own, served
alike: {report}
"""
FACT = re.compile(r"^- (?P<name>[^:]+): (?P<said>.*)$", re.MULTILINE)
PART = re.compile(
    r"^## (?P<name>\w+)\n\n(?P<about>.+)\n\n(?P<body>[^#]+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Part:
    """One benchmark: its name, what it is about, and its rows; None where not run."""

    name: str
    about: str
    rows: list[Row] | None = None
    load: str = ""
    """The machine's load of the last minute before it and after it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: facts of the day and the machine, the state of the peer, the parts."""

    facts: dict[str, str]
    report: str
    parts: list[Part] = field(default_factory=list)


def written(run: Run) -> str:
    """Return the document of a run."""
    facts = "\n".join(f"- {name}: {said}" for name, said in run.facts.items())
    parts = "\n".join(_part(one) for one in run.parts)
    return f"{HEAD}\n{facts}\n\n{BESIDE.format(report=run.report)}\n{parts}"


def read(text: str) -> Run:
    """Return the run that a document tells of; `written` of it is the same text again."""
    head, _, rest = text.partition("\n## ")
    said = re.search(r"^alike: (.*)$", head, re.MULTILINE)
    return Run(
        {found["name"]: found["said"] for found in FACT.finditer(head)},
        said[1] if said else "",
        [_read_part(found) for found in PART.finditer(f"## {rest}")],
    )


def _part(part: Part) -> str:
    """Return what the document says of one benchmark."""
    return f"## {part.name}\n\n{part.about}\n\n{_body(part)}\n"


def _body(part: Part) -> str:
    """Return the table of one benchmark, or why there is none."""
    if part.rows is None:
        return NOT_RUN
    load = f"Load before and after: {part.load}."
    if not part.rows:
        return f"{NO_ROWS}\n\n{load}"
    lines = [_line(COLUMNS), _line(["---"] * len(COLUMNS)), *map(_row, part.rows)]
    return "\n".join([*lines, "", load])


def _row(row: Row) -> str:
    """Return one line of a table."""
    figures = (row.ours, row.form, row.report, row.beside, row.ratio, row.goal)
    return _line([row.what, *figures, MET[row.met]])


def _line(cells) -> str:
    """Return cells as a line of Markdown."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _read_part(found: re.Match[str]) -> Part:
    """Return one benchmark as the document tells of it."""
    about, body = found["about"], found["body"].strip()
    if body == NOT_RUN:
        return Part(found["name"], about)
    lines = [line for line in body.splitlines() if line.startswith("|")]
    load = body.rpartition("Load before and after: ")[2].rstrip(".")
    return Part(found["name"], about, [_read_row(line) for line in lines[2:]], load)


def _read_row(line: str) -> Row:
    """Return one row as a line of Markdown tells it."""
    *cells, met = [cell.strip() for cell in line.strip("|").split("|")]
    return Row(*cells, {said: is_met for is_met, said in MET.items()}[met])
