"""A table of words from a file that somebody brings: CSV or XLSX; pure.

A spreadsheet is read as `python -m surveys.logic.grid` by a process of its own, with
little memory and little time (R23 of the threat model): what it was packed with harms
that process alone. Nothing in it is worked out: a formula stays the words it is.
"""

import csv
import json
import resource
import sys
from enum import StrEnum
from io import BytesIO, StringIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from surveys.logic.packed import PackedTooMuch, refuse_bomb

LONGEST_FILE = 5 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_CELLS = 200_000
# Of commas, wherever they stand: before anything is cut into cells.
MOST_MARKS = 2 * MOST_CELLS
LONGEST_CELL = 2_000
# What the reading process may hold, its own 150 MB among them.
MOST_MEMORY = 768 * 1024 * 1024

Grid = list[list[str]]


class GridTrouble(StrEnum):
    """Why a file cannot be read."""

    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    EMPTY = "empty"


class BadGrid(ValueError):
    """The file cannot be read; `trouble` says why."""

    def __init__(self, trouble: GridTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def is_spreadsheet(content: bytes) -> bool:
    """Say whether a file is packed as spreadsheets are; anything else is read as CSV."""
    return content.startswith(b"PK")


def grid_of_csv(content: bytes) -> Grid:
    """Return the cells of a CSV file, row by row; raises BadGrid.

    In UTF-8, or as Excel writes it in Britain; with commas, semicolons or tabs.
    """
    if len(content) > LONGEST_FILE:
        raise BadGrid(GridTrouble.TOO_LONG)
    if b"\0" in content:
        raise BadGrid(GridTrouble.UNREADABLE)
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("cp1252", errors="replace")
    first = words.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    if words.count(mark) > MOST_MARKS:
        raise BadGrid(GridTrouble.TOO_LONG)
    try:
        rows = list(islice(csv.reader(StringIO(words), delimiter=mark), MOST_ROWS + 1))
    except csv.Error:
        raise BadGrid(GridTrouble.UNREADABLE) from None
    return _fitted(rows)


def grid_of_xlsx(content: bytes) -> Grid:
    """Return the cells of a spreadsheet's first sheet; raises BadGrid."""
    if len(content) > LONGEST_FILE:
        raise BadGrid(GridTrouble.TOO_LONG)
    try:
        with ZipFile(BytesIO(content)) as packed:
            refuse_bomb(packed, len(content))
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        found = sheet.iter_rows(
            max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True
        )
        return _fitted([[_said(value) for value in row] for row in found])
    except PackedTooMuch:
        raise BadGrid(GridTrouble.TOO_LONG) from None
    except (BadZipFile, InvalidFileException, KeyError, OSError, IndexError):
        raise BadGrid(GridTrouble.UNREADABLE) from None
    except (TypeError, SyntaxError, AttributeError):
        raise BadGrid(GridTrouble.UNREADABLE) from None


def _said(value: object) -> str:
    """Return what a cell says; whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _fitted(rows: Grid) -> Grid:
    """Return rows without what is empty at their ends; raises BadGrid for too many."""
    cells = [[cell[:LONGEST_CELL].strip() for cell in row] for row in rows]
    for row in cells:
        while row and not row[-1]:
            row.pop()
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        raise BadGrid(GridTrouble.EMPTY)
    wide = max(map(len, cells))
    many = sum(map(len, cells))
    if len(cells) > MOST_ROWS or wide > MOST_COLUMNS or many > MOST_CELLS:
        raise BadGrid(GridTrouble.TOO_LONG)
    return cells


def main() -> None:
    """Read a spreadsheet from the input, and write its cells or its trouble as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    said: dict[str, object]
    try:
        said = {"cells": grid_of_xlsx(sys.stdin.buffer.read(LONGEST_FILE + 1))}
    except BadGrid as bad:
        said = {"trouble": bad.trouble.value}
    except MemoryError:
        said = {"trouble": GridTrouble.TOO_LONG.value}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
