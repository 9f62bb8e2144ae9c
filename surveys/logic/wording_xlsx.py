"""Wordings as a spreadsheet, for whoever translates in Excel or LibreOffice; pure.

One visible sheet, no formulas: words that begin like one are kept as words. What a
cell holds is read back exactly (ECMA-376, part 1, section 18.4: escaped characters).
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from surveys.logic.wording_files import (
    LONGEST_FILE,
    About,
    BadFile,
    FileTrouble,
    Line,
    WordingFile,
    each_once,
)

LONGEST_UNPACKED = 50 * 1024 * 1024
SIGN = "Voice wordings"
ABOUT_ROWS = ((1, "survey"), (2, "language"), (3, "age_band"))
HEADINGS = 5
FIRST = HEADINGS + 1
WIDTHS = {"A": 16, "B": 18, "C": 18, "D": 40, "E": 50, "F": 50, "G": 40}
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def xlsx_file(about: About, lines: list[Line], headings: list[str]) -> bytes:
    """Return the lines as a spreadsheet.

    `headings` are of seven columns: question's key, part, what it is, question, base
    words, words, base words when these were written.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Wordings"
    for row, name in ABOUT_ROWS:
        _put(sheet, row, 1, f"{SIGN}: {name}")
        _put(sheet, row, 2, getattr(about, name))
    for column, heading in enumerate(headings, start=1):
        _put(sheet, HEADINGS, column, heading).font = Font(bold=True)
    for row, line in enumerate(lines, start=FIRST):
        said = (
            line.key,
            line.part,
            line.label,
            line.heading,
            line.base,
            line.text,
            line.was,
        )
        for column, words in enumerate(said, start=1):
            _put(sheet, row, column, words or "")
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{FIRST}"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def read_xlsx(content: bytes) -> WordingFile:
    """Return what a spreadsheet says; raises BadFile."""
    if len(content) > LONGEST_FILE:
        raise BadFile(FileTrouble.TOO_LONG)
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LONGEST_UNPACKED:
                raise BadFile(FileTrouble.TOO_LONG)
        sheet = load_workbook(BytesIO(content)).worksheets[0]
    except (BadZipFile, InvalidFileException, KeyError, OSError, IndexError):
        raise BadFile(FileTrouble.UNREADABLE) from None
    except (ValueError, TypeError, SyntaxError) as broken:
        if isinstance(broken, BadFile):
            raise
        raise BadFile(FileTrouble.UNREADABLE) from None
    if any(_text(sheet, row, 1) != f"{SIGN}: {name}" for row, name in ABOUT_ROWS):
        raise BadFile(FileTrouble.NOT_OURS)
    about = About(**{name: _text(sheet, row, 2) for row, name in ABOUT_ROWS})
    rows = range(FIRST, sheet.max_row + 1)
    lines = [_line(sheet, row) for row in rows if _text(sheet, row, 2)]
    return WordingFile(about, each_once(lines))


def _put(sheet: Worksheet, row: int, column: int, words: str) -> Cell:
    """Write words into a cell as words, whatever they look like."""
    cell: Cell = sheet.cell(row=row, column=column)
    escaped = ESCAPED.sub(r"_x005F_x\1_", words)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", escaped)
    cell.data_type = "s"
    cell.quotePrefix = words[:1] in "=+-@'\t"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _line(sheet: Worksheet, row: int) -> Line:
    """Return one row as a line; raises BadFile for a formula among the words."""
    if sheet.cell(row=row, column=6).data_type == "f":
        raise BadFile(FileTrouble.FORMULA, f"F{row}")
    return Line(
        key=_text(sheet, row, 1),
        part=_text(sheet, row, 2),
        base=_text(sheet, row, 5),
        text=_text(sheet, row, 6),
        was=_text(sheet, row, 7) or None,
    )


def _text(sheet: Worksheet, row: int, column: int) -> str:
    """Return what a cell says, as it was written."""
    value = sheet.cell(row=row, column=column).value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
