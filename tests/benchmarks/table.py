"""The document of all benchmarks side by side: how it is written, and read again.

docs/benchmarks.md is written by `python -m tests.benchmarks table` alone. A benchmark
that was not run this time keeps what an earlier run found, with that run's day and
commit; what another machine found is not kept, since two machines do not compare.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tests.benchmarks.rows import Row

PLACE = "docs/benchmarks.md"
NOT_RUN = "Not run."
MACHINE = "Machine"
NO_ROWS = "It ended before it found anything."
COLUMNS = (
    *("What", "Voice", "wagtail.contrib.forms", "django-survey-and-report"),
    *("Beside", "Ratio", "Goal", ""),
)
MET = {True: "met", False: "**missed**", None: ""}
HEAD = """\
# How fast it is

Written by `python -m tests.benchmarks table` and by nobody's hand. Each part was measured
in one run, on the day and at the commit that stand under it, in turns where two are
compared; all of them on one machine, whose facts are those of the last run. The ratios
say more than the milliseconds: other machines have other milliseconds. A ratio is ours to
theirs, so less is quicker, unless it says otherwise. What ours does in the time is more:
it seals words, keeps them until they were read, and shows one question a page.
"""
BESIDE = """\
`wagtail.contrib.forms` is Wagtail's own form page in the same process as ours, with the
same twenty questions. django-survey-and-report is in an environment of its own, served
alike: {report}
"""
MEASURED = "Measured {day} at {commit}; load before and after: {load}."
WHEN = re.compile(
    r"^Measured (?P<day>\S+) at (?P<commit>.+); load before and after: (?P<load>.+)\.$",
    re.MULTILINE,
)
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
    day: str = ""
    """The day it was measured, as in 2026-11-23."""
    commit: str = ""
    load: str = ""
    """The machine's load of the last minute before it and after it."""


@dataclass(frozen=True, slots=True)
class Run:
    """What stands in the document: facts of the machine, the peer's state, the parts."""

    facts: dict[str, str]
    report: str
    parts: list[Part] = field(default_factory=list)


def kept(earlier: str, names: Mapping[str, str], machine: str) -> dict[str, Part]:
    """Return the parts to begin with: those of an earlier document, or “not run”.

    Names go to what each is about. Of a document of another machine nothing is kept.
    """
    run = read(earlier)
    is_ours = run.facts.get(MACHINE) == machine
    found = {one.name: one for one in run.parts} if is_ours else {}
    return {name: _renewed(found.get(name), name, names[name]) for name in names}


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


def _renewed(part: Part | None, name: str, about: str) -> Part:
    """Return an earlier part under what the benchmark is said to be about now."""
    return replace(part, about=about) if part else Part(name, about)


def _body(part: Part) -> str:
    """Return the table of one benchmark, or why there is none."""
    if part.rows is None:
        return NOT_RUN
    when = MEASURED.format(day=part.day, commit=part.commit, load=part.load)
    if not part.rows:
        return f"{NO_ROWS}\n\n{when}"
    lines = [_line(COLUMNS), _line(["---"] * len(COLUMNS)), *map(_row, part.rows)]
    return "\n".join([*lines, "", when])


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
    rows = [_read_row(line) for line in lines[2:]]
    when = WHEN.search(body)
    return Part(found["name"], about, rows, **(when.groupdict() if when else {}))


def _read_row(line: str) -> Row:
    """Return one row as a line of Markdown tells it."""
    *cells, met = [cell.strip() for cell in line.strip("|").split("|")]
    return Row(*cells, {said: is_met for is_met, said in MET.items()}[met])
