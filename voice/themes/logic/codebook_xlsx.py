"""A codebook as a spreadsheet, out and in; pure.

One visible sheet, no formulas (surveys.logic.sheets). A row without a guid is a theme
that somebody wrote into it.
"""

from io import BytesIO
from uuid import UUID

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
from voice.themes.logic.codebook_file import (
    COLOURS,
    KINDS,
    LONGEST_FILE,
    MOST_LINES,
    STATES,
    BadCodebook,
    CodebookFile,
    CodebookTrouble,
    ThemeLine,
    fitted,
)

SIGN = "Voice codebook"
HEADINGS_AT = 4
FIRST = HEADINGS_AT + 1
# Column by column: the field, and how wide it is.
COLUMNS = (
    ("name", 28),
    ("parent", 24),
    ("sentence", 50),
    ("include", 40),
    ("exclude", 40),
    ("example", 40),
    ("colour", 10),
    ("state", 12),
    ("heard_from_few", 12),
    ("kind", 16),
    ("guid", 40),
)
YES = "yes"


def write_xlsx(book: CodebookFile, headings: list[str]) -> bytes:
    """Return the codebook as a spreadsheet; `headings` are of the eleven columns."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Codebook"
    put(sheet, 1, 1, SIGN)
    put(sheet, 1, 2, book.title)
    put(sheet, 2, 1, "guid")
    put(sheet, 2, 2, str(book.guid or ""))
    for column, heading in enumerate(headings, start=1):
        put(sheet, HEADINGS_AT, column, heading).font = Font(bold=True)
    for row, line in enumerate(book.themes, start=FIRST):
        for column, (field, _width) in enumerate(COLUMNS, start=1):
            put(sheet, row, column, _said(line, field))
    for (_field, width), letter in zip(COLUMNS, "ABCDEFGHIJK", strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"B{FIRST}"
    kept = BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def read_xlsx(content: bytes) -> CodebookFile:
    """Return what a spreadsheet says; raises BadCodebook."""
    if len(content) > LONGEST_FILE:
        raise BadCodebook(CodebookTrouble.TOO_LONG)
    try:
        sheet = first_sheet(content)
    except SheetTooLong:
        raise BadCodebook(CodebookTrouble.TOO_LONG) from None
    except UnreadableSheet:
        raise BadCodebook(CodebookTrouble.UNREADABLE) from None
    if text(sheet, 1, 1) != SIGN:
        raise BadCodebook(CodebookTrouble.UNREADABLE)
    last = min(sheet.max_row, FIRST + MOST_LINES)
    lines = [_line(sheet, row) for row in range(FIRST, last + 1) if text(sheet, row, 1)]
    book = CodebookFile(_guid(text(sheet, 2, 2)), text(sheet, 1, 2), tuple(lines))
    return fitted(book)


def _said(line: ThemeLine, field: str) -> str:
    """Return what a cell says of a theme."""
    value = getattr(line, field)
    if field == "heard_from_few":
        return YES if value else ""
    return str(value or "")


def _line(sheet: Worksheet, row: int) -> ThemeLine:
    """Return one row as a theme; raises BadCodebook for a formula among the words."""
    said: dict[str, str] = {}
    for column, (field, _width) in enumerate(COLUMNS, start=1):
        if is_formula(sheet, row, column):
            raise BadCodebook(
                CodebookTrouble.FORMULA, f"{'ABCDEFGHIJK'[column - 1]}{row}"
            )
        said[field] = text(sheet, row, column)
    return ThemeLine(
        guid=_guid(said["guid"]),
        name=said["name"],
        parent=said["parent"],
        sentence=said["sentence"],
        include=said["include"],
        exclude=said["exclude"],
        example=said["example"],
        colour=_one_of(COLOURS, said["colour"], "indigo"),
        state=_one_of(STATES, said["state"], "agreed"),
        kind=_one_of(KINDS, said["kind"], "theme"),
        heard_from_few=said["heard_from_few"].strip().lower() == YES,
    )


def _one_of(choices: tuple[str, ...], said: str, otherwise: str) -> str:
    """Return what a cell says where it is one of the choices."""
    wanted = said.strip().lower()
    return wanted if wanted in choices else otherwise


def _guid(said: str) -> UUID | None:
    """Return a cell's guid; none for a new theme; raises BadCodebook for anything else."""
    if not said.strip():
        return None
    try:
        return UUID(said.strip())
    except ValueError:
        raise BadCodebook(CodebookTrouble.UNREADABLE, said) from None
