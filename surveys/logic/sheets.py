"""Words in the cells of a spreadsheet, out and in again exactly; pure.

No formulas: words that begin like one are kept as words. What a cell holds is read back
as it was (ECMA-376, part 1, section 18.4: escaped characters).
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from surveys.logic.packed import PackedTooMuch, refuse_bomb

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class UnreadableSheet(ValueError):
    """This is no spreadsheet."""


class SheetTooLong(ValueError):
    """Far more is packed in it than anybody writes."""


def first_sheet(content: bytes) -> Worksheet:
    """Return the first sheet of a file; raises UnreadableSheet and SheetTooLong."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            refuse_bomb(packed, len(content))
        return load_workbook(BytesIO(content)).worksheets[0]
    except PackedTooMuch:
        raise SheetTooLong from None
    except (BadZipFile, InvalidFileException, KeyError, OSError, IndexError):
        raise UnreadableSheet from None
    except (ValueError, TypeError, SyntaxError):
        raise UnreadableSheet from None


def put(sheet: Worksheet, row: int, column: int, words: str) -> Cell:
    """Write words into a cell as words, whatever they look like."""
    cell: Cell = sheet.cell(row=row, column=column)
    escaped = ESCAPED.sub(r"_x005F_x\1_", words)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", escaped)
    cell.data_type = "s"
    cell.quotePrefix = words[:1] in "=+-@'\t"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def text(sheet: Worksheet, row: int, column: int) -> str:
    """Return what a cell says, as it was written."""
    value = sheet.cell(row=row, column=column).value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def is_formula(sheet: Worksheet, row: int, column: int) -> bool:
    """Say whether a cell would be worked out instead of read."""
    return bool(sheet.cell(row=row, column=column).data_type == "f")
