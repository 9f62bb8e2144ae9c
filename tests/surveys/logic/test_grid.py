"""Tables that people bring: what is read of them, and what never gets that far."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from surveys.logic.grid import BadGrid, GridTrouble, grid_of_csv, grid_of_xlsx
from surveys.logic.packed import MOST_PARTS


def xlsx(*rows):
    """Return a spreadsheet of these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def packed(parts):
    """Return a file in which these parts are packed."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return kept.getvalue()


def trouble(read, content):
    """Return why a file is not read."""
    with pytest.raises(BadGrid) as bad:
        read(content)
    return bad.value.trouble


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_whichever_mark_stands_between(mark):
    content = f"a{mark}b\r\n\r\n1{mark}\r\n".encode()
    assert grid_of_csv(content) == [["a", "b"], [], ["1"]]


def test_csv_of_excel_in_britain_is_read_and_so_is_utf_8_with_its_mark():
    assert grid_of_csv("café,£5".encode("cp1252")) == [["café", "£5"]]
    assert grid_of_csv("café,£5".encode("utf-8-sig")) == [["café", "£5"]]


def test_spreadsheet_is_read_as_words_and_formulas_stay_what_they_are():
    content = xlsx(["a", 12.0, 0.35, None], [], ["=1+1", date(2024, 5, 31)])
    assert grid_of_xlsx(content) == [
        ["a", "12", "0.35"],
        [],
        ["=1+1", "2024-05-31 00:00:00"],
    ]


def test_only_the_first_sheet_is_read():
    book = Workbook()
    book.active.append(["first"])
    book.create_sheet("hidden").append(["second"])
    kept = BytesIO()
    book.save(kept)
    assert grid_of_xlsx(kept.getvalue()) == [["first"]]


@pytest.mark.parametrize(
    "content", [b"", b"\r\n,,\r\n", "\ufeff".encode()], ids=["none", "commas", "mark"]
)
def test_file_without_a_word_is_empty(content):
    assert trouble(grid_of_csv, content) == GridTrouble.EMPTY


@pytest.mark.parametrize(
    ("read", "content"),
    [
        (grid_of_csv, b"a,b\0c"),
        (grid_of_xlsx, b"PK not packed"),
        (grid_of_xlsx, packed([("hello.txt", "words")])),
    ],
    ids=["binary", "broken", "no spreadsheet"],
)
def test_file_that_is_no_table_is_unreadable(read, content):
    assert trouble(read, content) == GridTrouble.UNREADABLE


@pytest.mark.parametrize(
    "content",
    [
        packed([("xl/workbook.xml", b"0" * 30 * 1024 * 1024)]),
        packed([("xl/workbook.xml", b"0" * 2 * 1024 * 1024)]),
        packed([(f"xl/{at}.xml", b"<a/>") for at in range(MOST_PARTS + 1)]),
    ],
    ids=["much unpacked", "packed too well", "many parts"],
)
def test_bomb_is_refused_before_it_is_unpacked(content, monkeypatch):
    monkeypatch.setattr("surveys.logic.grid.load_workbook", None)
    assert trouble(grid_of_xlsx, content) == GridTrouble.TOO_LONG


def test_table_of_more_rows_columns_or_bytes_than_a_round_has_is_too_long():
    assert trouble(grid_of_csv, b"a\n" * 20_001) == GridTrouble.TOO_LONG
    assert trouble(grid_of_csv, b"a," * 300 + b"a") == GridTrouble.TOO_LONG
    assert trouble(grid_of_csv, b"a" * (5 * 1024 * 1024 + 1)) == GridTrouble.TOO_LONG
