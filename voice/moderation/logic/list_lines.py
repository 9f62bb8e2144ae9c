"""Reads the lines somebody typed, pasted or uploaded for a list; pure.

Nothing is lost: what cannot be kept is told by its row, beside the text as it was.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from voice.moderation.logic.folding import folded
from voice.moderation.logic.matching import GAP, words_of
from voice.moderation.logic.schools import KINDS, LEFT_OUT

LONGEST_PHRASE = 120
LONGEST_EXAMPLE = 300
LONGEST_SCHOOL = 120
SHORTEST = 3
EXAMPLE_WORDS = 3
# What the column with the school's name is called, in the national register and by
# most who keep a list (folded).
NAME_COLUMNS = ("establishmentname", "name", "school", "schoolname", "nameofschool")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffd]")


class Fault(StrEnum):
    """Why a line cannot be kept."""

    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    GAP_AT_AN_END = "gap_at_an_end"
    NOT_A_SENTENCE = "not_a_sentence"
    ANY_SCHOOL = "any_school"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be kept: its number from 1, what stands in it, and why."""

    number: int
    line: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: lines to keep, rows that cannot be, and how many came twice."""

    lines: tuple[str, ...]
    bad: tuple[BadRow, ...]
    twice: int


def read_phrases(text: str) -> Read:
    """Return the phrases of a text, one a line; headings begin with #."""
    return _read(enumerate(text.splitlines(), 1), _phrase_fault)


def read_examples(text: str) -> Read:
    """Return the example sentences of a text, one a line; headings begin with #."""
    return _read(enumerate(text.splitlines(), 1), _example_fault)


def read_schools(text: str) -> Read:
    """Return the names of schools in a text: one a line, or a table with a heading.

    Of a table (CSV, or pasted from a spreadsheet) the column called name, school or
    EstablishmentName is read, or else the first.
    """
    rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    heads = [_head(cell) for cell in rows[0]] if rows else []
    column = next((heads.index(name) for name in NAME_COLUMNS if name in heads), None)
    names = [
        (number, row[column or 0] if len(row) > (column or 0) else "")
        for number, row in enumerate(rows, 1)
        if row and not (number == 1 and column is not None)
    ]
    return _read(names, _school_fault)


def _delimiter(text: str) -> str:
    """Return what stands between the columns of a text.

    A comma only when the first line names a column: “St Mary, Bradford” is one name.
    """
    first = text.splitlines()[0] if text.strip() else ""
    for mark in "\t;,":
        if any(_head(cell) in NAME_COLUMNS for cell in first.split(mark)):
            return mark
    return "\t"


def _head(cell: str) -> str:
    """Return a column's heading in small letters alone."""
    return re.sub(r"[^a-z]", "", cell.casefold())


def _read(
    rows: Iterable[tuple[int, str]], fault: Callable[[str], Fault | None]
) -> Read:
    """Return the rows without those that `fault` finds fault with, each once."""
    kept: dict[str, str] = {}
    bad: list[BadRow] = []
    twice = 0
    for number, row in rows:
        line = " ".join(row.split()) if not UNWRITABLE.search(row) else row
        if not line:
            continue
        wrong = Fault.UNREADABLE if UNWRITABLE.search(line) else None
        if not wrong and not line.startswith("#"):
            wrong = fault(line)
        key = same_as(line)
        if wrong:
            bad.append(BadRow(number, line, wrong))
        elif key in kept:
            twice += 1
        else:
            kept[key] = line
    return Read(tuple(kept.values()), tuple(bad), twice)


def same_as(line: str) -> str:
    """Return what two lines have in common when they are the same line."""
    return line if line.startswith("#") else " ".join(words_of(line)) or line


def changes(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (added, removed) between two versions, headings left out."""
    was = {same_as(line): line for line in before if not line.startswith("#")}
    now = {same_as(line): line for line in after if not line.startswith("#")}
    return (
        tuple(line for key, line in now.items() if key not in was),
        tuple(line for key, line in was.items() if key not in now),
    )


def _phrase_fault(line: str) -> Fault | None:
    """Return what is wrong with a phrase, if anything."""
    words = words_of(line)
    if len(line) > LONGEST_PHRASE:
        return Fault.TOO_LONG
    if sum(len(word) for word in words if word != GAP) < SHORTEST:
        return Fault.TOO_SHORT
    return Fault.GAP_AT_AN_END if GAP in (words[0], words[-1]) else None


def _example_fault(line: str) -> Fault | None:
    """Return what is wrong with an example, if anything."""
    if len(line) > LONGEST_EXAMPLE:
        return Fault.TOO_LONG
    return Fault.NOT_A_SENTENCE if len(line.split()) < EXAMPLE_WORDS else None


def _school_fault(line: str) -> Fault | None:
    """Return what is wrong with a school's name, if anything."""
    if len(line) > LONGEST_SCHOOL:
        return Fault.TOO_LONG
    plain = folded(line).text
    if sum(letter.isalpha() for letter in plain) < SHORTEST:
        return Fault.TOO_SHORT
    rest = LEFT_OUT.sub(" ", plain).split()
    return Fault.ANY_SCHOOL if not [one for one in rest if one not in KINDS] else None
