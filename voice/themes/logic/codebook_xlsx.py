"""A codebook as a spreadsheet, out and in; pure.

One visible sheet, no formulas (surveys.logic.sheets). A row without a guid is a theme
that somebody wrote into it. Behind the eleven columns stand two for each language that a
theme is worded in: its sentence there, and the sentence that was worded so. Row 3 says
which language they are of.
"""

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
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
    InLanguage,
    ThemeLine,
    fitted,
)

SIGN = "Voice codebook"
LANGUAGES_AT = 3
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
WIDE = 50
MOST_LANGUAGES = 40
YES = "yes"


def write_xlsx(
    book: CodebookFile, headings: list[str], worded: Callable[[str], tuple[str, str]]
) -> bytes:
    """Return the codebook as a spreadsheet.

    `headings` are of the eleven columns, `worded` says those of a language's two.
    """
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Codebook"
    put(sheet, 1, 1, SIGN)
    put(sheet, 1, 2, book.title)
    put(sheet, 2, 1, "guid")
    put(sheet, 2, 2, str(book.guid or ""))
    languages = languages_in(book)
    headings = [*headings, *(said for one in languages for said in worded(one))]
    for column, heading in enumerate(headings, start=1):
        put(sheet, HEADINGS_AT, column, heading).font = Font(bold=True)
    for at, language in enumerate(languages):
        put(sheet, LANGUAGES_AT, _column_of(at), language)
    for row, line in enumerate(book.themes, start=FIRST):
        for column, (field, _width) in enumerate(COLUMNS, start=1):
            put(sheet, row, column, _said(line, field))
        for one in line.in_languages:
            column = _column_of(languages.index(one.language))
            put(sheet, row, column, one.words)
            put(sheet, row, column + 1, one.of)
    widths = [width for _field, width in COLUMNS] + [WIDE] * 2 * len(languages)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"B{FIRST}"
    kept = BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def languages_in(book: CodebookFile) -> list[str]:
    """Return the languages that themes of a codebook are worded in beside the base one."""
    return sorted({one.language for line in book.themes for one in line.in_languages})


def _column_of(at: int) -> int:
    """Return the first of the two columns of a language, which is the `at`th, from 0."""
    return len(COLUMNS) + 1 + 2 * at


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
    languages = _languages(sheet)
    last = min(sheet.max_row, FIRST + MOST_LINES)
    lines = [
        _line(sheet, row, languages)
        for row in range(FIRST, last + 1)
        if text(sheet, row, 1)
    ]
    book = CodebookFile(_guid(text(sheet, 2, 2)), text(sheet, 1, 2), tuple(lines))
    return fitted(book)


def _said(line: ThemeLine, field: str) -> str:
    """Return what a cell says of a theme."""
    value = getattr(line, field)
    if field == "heard_from_few":
        return YES if value else ""
    return str(value or "")


def _languages(sheet: Worksheet) -> list[str]:
    """Return the languages of the columns behind the eleven, as far as they go."""
    found: list[str] = []
    while len(found) < MOST_LANGUAGES:
        language = text(sheet, LANGUAGES_AT, _column_of(len(found))).strip().lower()
        if not language:
            break
        found.append(language)
    return found


def _line(sheet: Worksheet, row: int, languages: list[str]) -> ThemeLine:
    """Return one row as a theme; raises BadCodebook for a formula among the words."""
    for column in range(1, _column_of(len(languages))):
        if is_formula(sheet, row, column):
            raise BadCodebook(
                CodebookTrouble.FORMULA, f"{get_column_letter(column)}{row}"
            )
    said = {
        field: text(sheet, row, column)
        for column, (field, _width) in enumerate(COLUMNS, start=1)
    }
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
        in_languages=tuple(
            InLanguage(
                language,
                text(sheet, row, _column_of(at)),
                text(sheet, row, _column_of(at) + 1),
            )
            for at, language in enumerate(languages)
        ),
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
