"""Spreadsheets are opened by a process of their own, with little memory and time."""

import subprocess
from io import BytesIO

import pytest
from openpyxl import Workbook

from surveys.domain import opening_files
from surveys.domain.opening_files import open_grid
from surveys.logic.grid import BadGrid, GridTrouble
from tests.surveys.logic.test_grid import packed


def spreadsheet():
    """Return a small spreadsheet."""
    book = Workbook()
    book.active.append(["a", 12])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_spreadsheet_and_csv_are_read_alike():
    assert open_grid(spreadsheet()) == open_grid(b"a,12") == [["a", "12"]]


def test_what_is_wrong_with_a_spreadsheet_comes_back():
    with pytest.raises(BadGrid) as bad:
        open_grid(packed([("xl/workbook.xml", b"0" * 30 * 1024 * 1024)]))
    assert bad.value.trouble == GridTrouble.TOO_LONG


def test_external_entities_are_not_read():
    book = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "&e;</workbook>"
    )
    with pytest.raises(BadGrid) as bad:
        open_grid(packed([("xl/workbook.xml", book), ("[Content_Types].xml", book)]))
    assert bad.value.trouble == GridTrouble.UNREADABLE


def test_spreadsheet_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(opening_files, "PATIENCE", 0.001)
    with pytest.raises(BadGrid) as bad:
        open_grid(spreadsheet())
    assert bad.value.trouble == GridTrouble.TOO_LONG


def test_spreadsheet_that_asks_for_too_much_memory_harms_nobody(monkeypatch):
    real = subprocess.run

    def run(command, **kwargs):
        starve = "import surveys.logic.grid as g; g.MOST_MEMORY = 1 << 20; g.main()"
        return real([command[0], "-c", starve], **kwargs)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(BadGrid):
        open_grid(spreadsheet())


def test_reading_process_knows_none_of_our_secrets(monkeypatch):
    seen = {}
    real = subprocess.run

    def run(command, **kwargs):
        seen.update(kwargs["env"])
        return real(command, **kwargs)

    monkeypatch.setenv("SECRET_KEY", "zanzibarquokka")
    monkeypatch.setattr(subprocess, "run", run)
    open_grid(spreadsheet())
    assert set(seen) == {"OPENBLAS_NUM_THREADS"}
