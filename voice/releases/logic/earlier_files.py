"""The sheet of an earlier round as a file to take out and fill in; pure.

One visible sheet, no formulas (surveys.logic.sheets, voice.themes.logic.csv_cells).
"""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Font

from surveys.logic.sheets import put
from voice.releases.logic.earlier_sheet import FIRST, HEADINGS_AT
from voice.themes.logic.csv_cells import neutral

WIDTHS = {"A": 30, "B": 44, "C": 44, "D": 14}
TITLE = "Earlier round"


def as_csv(grid: Sequence[Sequence[str]]) -> bytes:
    """Return the sheet as CSV; the mark at its beginning lets spreadsheets read UTF-8."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerows([neutral(cell) for cell in row] for row in grid)
    return table.getvalue().encode("utf-8-sig")


def as_xlsx(grid: Sequence[Sequence[str]]) -> bytes:
    """Return the sheet as a spreadsheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = TITLE
    for at, row in enumerate(grid, start=1):
        for column, words in enumerate(row, start=1):
            # The last column is left for numbers, not for words.
            if words:
                put(sheet, at, column, words).font = Font(bold=at == HEADINGS_AT)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{FIRST}"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
