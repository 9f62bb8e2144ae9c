"""The sheet of a plan as a spreadsheet to take out and fill in; pure.

One visible sheet, words as words, no formulas (surveys.logic.sheets). As CSV it is
written by voice.releases.logic.earlier_files.
"""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from surveys.logic.sheets import put

TITLE = "Statement of Action"
HEADINGS_AT = 3
WIDTH = 22


def plan_as_xlsx(grid: Sequence[Sequence[str]]) -> bytes:
    """Return the sheet as a spreadsheet; its headings are the third row."""
    book = Workbook()
    sheet = book.active
    sheet.title = TITLE
    for at, row in enumerate(grid, start=1):
        for column, words in enumerate(row, start=1):
            if words:
                put(sheet, at, column, words).font = Font(bold=at == HEADINGS_AT)
    for column in range(1, len(grid[0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH
    sheet.freeze_panes = f"A{HEADINGS_AT + 1}"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
