"""The rows of a plan that somebody brings as a spreadsheet, tidied cell by cell; pure."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from voice.statement.logic.plan_columns import (
    DAYS,
    LONGEST,
    OF_A_MEASURE,
    OF_AN_ACTION,
    OF_AN_AREA,
    ONGOING,
    BadPlan,
    Column,
    PlanRow,
    RowTrouble,
    Trouble,
)

# Where headings are looked for, and how many must be there to be ours.
FIRST_ROWS, KNOWN_HEADINGS = 10, 3
# Columns whose cells name one of a few things: by their words, and what is wrong else.
Named = Mapping[Column, tuple[Mapping[str, str], Trouble]]
# How people write days here, and how spreadsheets hand them over.
DAY_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
)


def rows_of(
    grid: Sequence[Sequence[str]],
    *,
    headings: Mapping[str, Column],
    statuses: Mapping[str, str],
    directions: Mapping[str, str] | None = None,
) -> list[PlanRow]:
    """Return the rows under the headings; raises BadPlan with every cell's trouble.

    `headings`, `statuses` and `directions` name columns, statuses and which way is
    better by their words, as `plain` makes them. A row without a key theme or an area is of the one above it, and one
    with a measure alone of the action above.
    """
    at, columns = _find_headings(grid, headings)
    named: Named = {
        Column.STATUS: (statuses, Trouble.NOT_A_STATUS),
        Column.DIRECTION: (directions or {}, Trouble.NOT_A_DIRECTION),
    }
    rows: list[PlanRow] = []
    troubles: list[RowTrouble] = []
    for number, cells in enumerate(grid[at + 1 :], at + 2):
        said, wrong = _tidied(number, cells, columns, named)
        troubles += wrong
        if said:
            rows.append(PlanRow(number, _with_above(said, rows)))
    if troubles:
        raise BadPlan(troubles)
    if not rows:
        raise BadPlan([RowTrouble(0, Trouble.NO_ROWS)])
    return rows


def plain(words: str) -> str:
    """Return words as they are compared: composed, one space at a time, no capitals."""
    return tidy(words).casefold().rstrip(":*")


def tidy(words: str) -> str:
    """Return what a cell says in one line of composed letters."""
    composed = unicodedata.normalize("NFC", words)
    kept = (sign for sign in composed if sign.isspace() or sign.isprintable())
    return " ".join("".join(kept).split())


def _find_headings(
    grid: Sequence[Sequence[str]], headings: Mapping[str, Column]
) -> tuple[int, dict[int, Column]]:
    """Return which row the headings are in, and which column stands where."""
    for at, row in enumerate(grid[:FIRST_ROWS]):
        found = {
            place: headings[plain(cell)]
            for place, cell in enumerate(row)
            if plain(cell) in headings
        }
        if len(set(found.values())) >= KNOWN_HEADINGS:
            return at, found
    raise BadPlan([RowTrouble(0, Trouble.NO_HEADINGS)])


def _tidied(
    number: int,
    cells: Sequence[str],
    columns: Mapping[int, Column],
    named: Named,
) -> tuple[dict[Column, str], list[RowTrouble]]:
    """Return what a row says, and what is wrong in it."""
    said: dict[Column, str] = {}
    wrong: list[RowTrouble] = []
    for place, column in columns.items():
        words = tidy(cells[place]) if place < len(cells) else ""
        if not words:
            continue
        said[column], trouble = _value(column, words, named)
        if trouble:
            wrong.append(RowTrouble(number, trouble, column, words[:60]))
    return said, wrong


def _value(column: Column, words: str, named: Named) -> tuple[str, Trouble | None]:
    """Return the value of one cell, or what is wrong with it."""
    if column in DAYS:
        if column == Column.DUE_ON and plain(words) == ONGOING:
            return ONGOING, None
        day = _day(words)
        return (day, None) if day else ("", Trouble.NOT_A_DAY)
    if column in named:
        known, trouble = named[column]
        value = known.get(plain(words), "")
        return value, None if value else trouble
    if column == Column.KEY_THEME_NUMBER and not _is_small(words):
        return "", Trouble.NOT_A_NUMBER
    if len(words) > LONGEST[column]:
        return "", Trouble.TOO_LONG
    return words, None


def _is_small(words: str) -> bool:
    """Say whether a cell is a number from 1 to 99 in plain digits."""
    return words.isascii() and words.isdigit() and 0 < int(words[:4]) < 100


def _day(words: str) -> str:
    """Return a day as an ISO date; empty when it cannot be read, or cannot be."""
    for day in _days(words):
        return day.isoformat()
    return ""


def _days(words: str) -> Iterator[date]:
    """Yield the day, for each way of writing one that fits."""
    for form in DAY_FORMATS:
        try:
            yield datetime.strptime(words, form).date()  # noqa: DTZ007 - a day, no hour
        except ValueError:
            continue


def _with_above(said: dict[Column, str], rows: Sequence[PlanRow]) -> dict[Column, str]:
    """Return a row with what it leaves to the row above it: key theme, area, action."""
    above = rows[-1].cells if rows else {}
    if not _any(said, (Column.KEY_THEME_NUMBER, Column.KEY_THEME)):
        said = _of(above, (Column.KEY_THEME_NUMBER,)) | said
        if not _any(said, OF_AN_AREA):
            said = _of(above, (Column.AREA_NUMBER,)) | said
            if _any(said, OF_A_MEASURE) and not _any(said, OF_AN_ACTION):
                said = _of(above, (Column.ACTION_NUMBER,)) | said
    return said


def _any(said: Mapping[Column, str], columns: Sequence[Column]) -> bool:
    """Say whether a row says anything in any of the columns."""
    return any(said.get(column) for column in columns)


def _of(said: Mapping[Column, str], columns: Sequence[Column]) -> dict[Column, str]:
    """Return what a row says in these columns."""
    return {column: said[column] for column in columns if column in said}
