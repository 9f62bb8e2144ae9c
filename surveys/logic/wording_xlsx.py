"""Wordings as a spreadsheet, for whoever translates in Excel or LibreOffice; pure.

One visible sheet, no formulas (surveys.logic.sheets).
"""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from surveys.logic.sheets import (
    SheetTooLong,
    UnreadableSheet,
    first_sheet,
    is_formula,
    put,
    text,
)
from surveys.logic.wording_files import (
    LONGEST_FILE,
    About,
    BadFile,
    FileTrouble,
    Line,
    WordingFile,
    each_once,
)

SIGN = "Voice wordings"
ABOUT_ROWS = ((1, "survey"), (2, "language"), (3, "age_band"))
HEADINGS = 5
FIRST = HEADINGS + 1
WIDTHS = {"A": 16, "B": 18, "C": 18, "D": 40, "E": 50, "F": 50, "G": 40}


def xlsx_file(about: About, lines: list[Line], headings: list[str]) -> bytes:
    """Return the lines as a spreadsheet.

    `headings` are of seven columns: question's key, part, what it is, question, base
    words, words, base words when these were written.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Wordings"
    for row, name in ABOUT_ROWS:
        put(sheet, row, 1, f"{SIGN}: {name}")
        put(sheet, row, 2, getattr(about, name))
    for column, heading in enumerate(headings, start=1):
        put(sheet, HEADINGS, column, heading).font = Font(bold=True)
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
            put(sheet, row, column, words or "")
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
        sheet = first_sheet(content)
    except SheetTooLong:
        raise BadFile(FileTrouble.TOO_LONG) from None
    except UnreadableSheet:
        raise BadFile(FileTrouble.UNREADABLE) from None
    if any(text(sheet, row, 1) != f"{SIGN}: {name}" for row, name in ABOUT_ROWS):
        raise BadFile(FileTrouble.NOT_OURS)
    about = About(**{name: text(sheet, row, 2) for row, name in ABOUT_ROWS})
    rows = range(FIRST, sheet.max_row + 1)
    lines = [_line(sheet, row) for row in rows if text(sheet, row, 2)]
    return WordingFile(about, each_once(lines))


def _line(sheet: Worksheet, row: int) -> Line:
    """Return one row as a line; raises BadFile for a formula among the words."""
    if is_formula(sheet, row, 6):
        raise BadFile(FileTrouble.FORMULA, f"F{row}")
    return Line(
        key=text(sheet, row, 1),
        part=text(sheet, row, 2),
        base=text(sheet, row, 5),
        text=text(sheet, row, 6),
        was=text(sheet, row, 7) or None,
    )
