"""docs/benchmarks.md is what the command writes; its figures are the machine's."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks import machine_facts, reporting
from tests.benchmarks.__main__ import NAMES
from tests.benchmarks.rows import GATHERED_IN, Row, gathered, tell
from tests.benchmarks.table import (
    COLUMNS,
    NOT_RUN,
    PLACE,
    Part,
    Run,
    kept,
    read,
    written,
)

ROWS = [
    Row("to show", "1.2 ms", form="9.8 ms", ratio="0.12", goal="0.125", met=True),
    Row("to submit", "5 ms", report="30 ms", goal="at most 4 ms", met=False),
    Row("beside a bare page", "766 ms", beside="641 ms"),
]
DAY = ("2026-11-23", "1ba7fc4, with changes")
MINE = "2 cores (one kind), 8 GB of memory"
RUN = Run(
    {"Machine": MINE},
    "django-survey-and-report==1.5.0 on django==6.1.3.",
    [
        Part("requests", "requests: to gunicorn", ROWS, *DAY, "0.5 and 1.2"),
        Part("phone", "an old phone"),
        Part("pages", "pages of one process", [], *DAY, "0.5 and 0.6"),
    ],
)


@pytest.fixture
def document():
    """The document that is in the repository."""
    return Path(PLACE).read_text(encoding="utf-8")


def test_document_is_what_the_command_writes(document):
    assert written(read(document)) == document


def test_document_has_every_benchmark_run_or_not(document):
    assert [(one.name, one.about) for one in read(document).parts] == list(
        NAMES.items()
    )


def test_document_tells_machine_and_peer(document):
    run = read(document)
    assert list(run.facts) == [
        *("Machine", "Python, Django, Wagtail", "Server, database, browser"),
    ]
    assert all(run.facts.values())
    assert run.report.startswith("django-survey-and-report")


def test_document_tells_of_each_part_its_day_commit_and_load(document):
    found = [one for one in read(document).parts if one.rows is not None]
    assert found
    assert all(one.day and one.commit and one.load for one in found)


def test_document_names_no_path(document):
    assert not re.search(r"(?<![\w.])/(?:home|work|root|tmp|usr|dev)/", document)


def test_what_is_written_is_read_again():
    assert read(written(RUN)) == RUN


def test_a_benchmark_left_out_says_so():
    alone = replace(RUN, parts=[Part("phone", "an old phone")])
    assert written(alone).endswith(f"## phone\n\nan old phone\n\n{NOT_RUN}\n")


def test_a_missed_goal_is_not_hidden():
    assert "| at most 4 ms | **missed** |" in written(RUN)


def test_a_row_has_a_cell_for_each_column():
    lines = [line for line in written(RUN).splitlines() if line.startswith("| ")]
    assert {line.count(" | ") for line in lines} == {len(COLUMNS) - 1}


def test_rows_are_gathered_in_the_order_they_were_told(tmp_path, monkeypatch):
    monkeypatch.setenv(GATHERED_IN, str(tmp_path / "rows"))
    for row in ROWS:
        tell(row)
    assert gathered(tmp_path / "rows") == ROWS


def test_nothing_is_gathered_where_nobody_asks(tmp_path, monkeypatch):
    monkeypatch.delenv(GATHERED_IN, raising=False)
    tell(ROWS[0])
    assert gathered(tmp_path / "rows") == []


def test_whoever_ends_it_early_keeps_what_was_measured(tmp_path, monkeypatch):
    def ended(name, _rows):
        if name == "pages":
            raise KeyboardInterrupt
        return True, Part(name, NAMES[name], ROWS, *DAY, "0.1 and 0.2")

    (tmp_path / PLACE).parent.mkdir()
    monkeypatch.setattr(command, "HOUSE", tmp_path)
    monkeypatch.setattr(reporting, "state", lambda: RUN.report)
    monkeypatch.setattr(command, "run", ended)
    monkeypatch.setattr("sys.argv", ["benchmarks", "table"])
    with pytest.raises(KeyboardInterrupt):
        command.main()
    parts = {one.name: one.rows for one in read((tmp_path / PLACE).read_text()).parts}
    assert parts["phone"] == parts["requests"] == ROWS
    assert parts["pages"] is None


def test_what_is_not_run_keeps_its_day_and_commit():
    parts = kept(written(RUN), {"requests": "said anew", "codes": "codes"}, MINE)
    assert parts == {
        "requests": replace(RUN.parts[0], about="said anew"),
        "codes": Part("codes", "codes"),
    }


def test_what_another_machine_found_is_not_kept():
    parts = kept(written(RUN), {"requests": "requests"}, "64 cores, 1 TB of memory")
    assert parts == {"requests": Part("requests", "requests")}


def test_command_keeps_what_it_does_not_run(tmp_path, monkeypatch):
    (tmp_path / PLACE).parent.mkdir()
    (tmp_path / PLACE).write_text(written(RUN), encoding="utf-8")
    monkeypatch.setattr(command, "HOUSE", tmp_path)
    monkeypatch.setattr(reporting, "state", lambda: RUN.report)
    monkeypatch.setattr(machine_facts, "facts", lambda: RUN.facts)
    monkeypatch.setattr(
        command, "run", lambda name, _rows: (True, Part(name, "codes", [], *DAY, "1"))
    )
    monkeypatch.setattr("sys.argv", ["benchmarks", "table", "codes"])
    assert command.main() == 0
    parts = {one.name: one for one in read((tmp_path / PLACE).read_text()).parts}
    assert parts["requests"].rows == ROWS
    assert parts["codes"].rows == []
