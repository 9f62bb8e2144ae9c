"""A spreadsheet with nothing in it but the sheets it is given; pure.

Written part by part (ECMA-376, part 1): one visible sheet a table, words as inline
strings, no formulas, links, defined names, comments, themes or document properties, and
nobody's name. The same sheets are the same bytes, whenever they are written (R37).
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from voice.releases.logic.sheets import Cell, FigureCell, Sheet, sheet_names

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Places in the styles below: a cell that is told as it is, one that begins like a
# formula and stays words when somebody edits it, a heading, a percentage.
PLAIN, QUOTED, BOLD, PERCENT = range(4)
STYLES = (
    f'<styleSheet xmlns="{MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>'
    '<xf xfId="0" quotePrefix="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>'
    '<xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>'
    '<xf xfId="0" numFmtId="9" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
    '</cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
WIDTHS = (44, 24)
# The height of a line, in points.
LINE = 15
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LONGEST_CELL = 32_767
SIGNS = "=+-@\t\r\n\0'＝＋－＠"
# Archives keep a time for each part; the first there is tells nothing.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def xlsx_file(sheets: Sequence[Sheet], *, right_to_left: bool = False) -> bytes:
    """Return the sheets as a spreadsheet; at least one is needed."""
    names = sheet_names(sheet.name for sheet in sheets)
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as packed:
        for path, content in _parts(names):
            _put(packed, path, content)
        for number, sheet in enumerate(sheets, 1):
            content = "".join(_sheet(sheet, right_to_left=right_to_left))
            _put(packed, f"xl/worksheets/sheet{number}.xml", content)
    return kept.getvalue()


def _put(packed: ZipFile, path: str, content: str) -> None:
    """Write one part."""
    about = ZipInfo(path, NO_TIME)
    about.compress_type = ZIP_DEFLATED
    packed.writestr(about, DECLARED + content)


def _parts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield every part but the sheets, with its path."""
    numbers = range(1, len(names) + 1)
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
            f'ContentType="{SPREADSHEET}.worksheet+xml"/>'
            for number in numbers
        )
        + "</Types>",
    )
    yield (
        "_rels/.rels",
        f'<Relationships xmlns="{RELATIONS}">'
        + _relation(1, "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
        + "".join(
            f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
            for number, name in zip(numbers, names, strict=True)
        )
        + "</sheets></workbook>",
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'<Relationships xmlns="{RELATIONS}">'
        + "".join(
            _relation(number, "worksheet", f"worksheets/sheet{number}.xml")
            for number in numbers
        )
        + _relation(len(names) + 1, "styles", "styles.xml")
        + "</Relationships>",
    )
    yield "xl/styles.xml", STYLES


def _relation(number: int, kind: str, target: str) -> str:
    """Return what one part has to do with another."""
    return f'<Relationship Id="rId{number}" Type="{KINDS}/{kind}" Target="{target}"/>'


def _sheet(sheet: Sheet, *, right_to_left: bool) -> Iterator[str]:
    """Yield a sheet: the title, its notes, an empty row, then the table."""
    sideways = ' rightToLeft="1"' if right_to_left else ""
    yield (
        f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        "<sheetViews>"
        f'<sheetView workbookViewId="0"{sideways}/></sheetViews><cols>'
        f'<col min="1" max="1" width="{WIDTHS[0]}" customWidth="1"/>'
        f'<col min="2" max="{max(2, len(sheet.head))}" width="{WIDTHS[1]}" customWidth="1"/>'
        "</cols><sheetData>"
    )
    above: list[tuple[Cell, ...]] = [
        (sheet.title,),
        *((one,) for one in sheet.notes),
        (),
    ]
    for number, row in enumerate([*above, sheet.head, *sheet.rows], 1):
        bold = number in {1, len(above) + 1}
        lines = max((_lines(cell, place) for place, cell in enumerate(row)), default=1)
        tall = f' ht="{lines * LINE}" customHeight="1"' if lines > 1 else ""
        yield f'<row r="{number}"{tall}>'
        for place, cell in enumerate(row):
            if not str(cell):
                continue
            yield _cell(f"{_letters(place)}{number}", cell, bold=bold)
        yield "</row>"
    yield '</sheetData><pageSetup paperSize="9" fitToHeight="0"/></worksheet>'


def _lines(cell: Cell, place: int) -> int:
    """Return about how many lines words take in the column at a place (from 0).

    Not every program makes a row as tall as what is in it.
    """
    width = WIDTHS[min(place, 1)] - 4
    return sum(max(-(-len(line) // width), 1) for line in str(cell).split("\n"))


def _letters(place: int) -> str:
    """Return what the column at a place (from 0) is called: A, B … Z, AA …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell(at: str, cell: Cell, *, bold: bool) -> str:
    """Return one cell: a protected number, or words."""
    if isinstance(cell, FigureCell) and cell.number is not None:
        value = cell.number / 100 if cell.is_percent else cell.number
        style = PERCENT if cell.is_percent else PLAIN
        return f'<c r="{at}" s="{style}"><v>{value}</v></c>'
    words = as_words(str(cell))
    style = BOLD if bold else QUOTED if words.lstrip(" ")[:1] in tuple(SIGNS) else PLAIN
    return (
        f'<c r="{at}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{escape(words)}</t></is></c>'
    )


def as_words(words: str) -> str:
    """Return what a cell may hold of `words`: no control sign, and not too long."""
    plain = ILLEGAL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return ESCAPED.sub("_x005F_", plain)[:LONGEST_CELL]
