"""What a file of a release holds, before it is CSV or a spreadsheet; pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

# Excel's own limits of a sheet's name.
LONGEST_NAME = 31
NOT_IN_A_NAME = re.compile(r"[\\/?*\[\]:'\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One protected value: in words, and as a number where it has one.

    Made of a Figure alone (voice.releases.exports.sheets), so that no number gets into
    a file that has not passed through disclosure control.
    """

    words: str
    number: int | None = None
    is_percent: bool = False

    def __str__(self) -> str:
        """Return the words."""
        return self.words


Cell = str | FigureCell


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its title, notes above it, a heading for each column, and rows.

    The first cell of a row says what the row is about.
    """

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


class Line(NamedTuple):
    """One value of one sheet, with all that says what it is."""

    sheet: str
    title: str
    row: str
    column: str
    value: str


def lines(sheets: Iterable[Sheet]) -> Iterator[Line]:
    """Yield every value of every sheet; an empty cell is none."""
    for sheet in sheets:
        for first, *cells in sheet.rows:
            for column, cell in zip(sheet.head[1:], cells, strict=True):
                if str(cell):
                    yield Line(sheet.name, sheet.title, str(first), column, str(cell))


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names a spreadsheet takes: short, without odd signs, no two alike."""
    names: list[str] = []
    taken: set[str] = set()
    for want in wanted:
        plain = NOT_IN_A_NAME.sub(" ", want).strip() or "-"
        name, more = plain[:LONGEST_NAME].rstrip(), 0
        while name.casefold() in taken:
            more += 1
            ending = "~" * more
            name = plain[: LONGEST_NAME - more].rstrip() + ending
        taken.add(name.casefold())
        names.append(name)
    return names
