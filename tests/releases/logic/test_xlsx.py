"""A spreadsheet holds its sheets and nothing else, and works nothing out."""

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from voice.releases.logic.sheets import FigureCell, Sheet, lines, sheet_names
from voice.releases.logic.xlsx import as_words, xlsx_file

PARTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
}
ELEMENTS = {
    "worksheet",
    "sheetPr",
    "pageSetUpPr",
    "pageSetup",
    "sheetViews",
    "sheetView",
    "cols",
    "col",
    "sheetData",
    "row",
    "c",
    "is",
    "t",
    "v",
}
SHEETS = [
    Sheet("About", "Who we are", ("What", "It says"), (("Survey", "Us & <them>"),)),
    Sheet(
        "q",
        "=Do you?",
        ("Answer", "How many", "Share"),
        (
            ("+yes", FigureCell("45", 45), FigureCell("30%", 30, is_percent=True)),
            ("no", FigureCell("fewer than 10"), ""),
        ),
        ("A note",),
    ),
]


def inside(content):
    """Return each part of a spreadsheet by its path."""
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def cells(content, number):
    """Return the values of one sheet as openpyxl reads them, row by row."""
    sheet = load_workbook(BytesIO(content)).worksheets[number]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_it_holds_the_sheets_and_no_other_part():
    sheets = {f"xl/worksheets/sheet{number}.xml" for number in (1, 2)}
    assert set(inside(xlsx_file(SHEETS))) == PARTS | sheets


def test_a_sheet_holds_rows_of_words_and_numbers_and_no_other_element():
    for path, part in inside(xlsx_file(SHEETS)).items():
        root = ElementTree.fromstring(part)
        names = {one.tag.split("}")[1] for one in root.iter()}
        if path.startswith("xl/worksheets/"):
            assert names <= ELEMENTS, path
    book = inside(xlsx_file(SHEETS))["xl/workbook.xml"]
    assert {one.tag.split("}")[1] for one in ElementTree.fromstring(book).iter()} == {
        "workbook",
        "sheets",
        "sheet",
    }
    assert "hidden" not in book.lower()


def test_nothing_tells_who_wrote_it_or_when():
    one, other = xlsx_file(SHEETS), xlsx_file(SHEETS)
    assert one == other
    with ZipFile(BytesIO(one)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_spreadsheet_reads_it_as_it_was_written():
    assert cells(xlsx_file(SHEETS), 1) == [
        ["=Do you?", None, None],
        ["A note", None, None],
        [None, None, None],
        ["Answer", "How many", "Share"],
        ["+yes", 45, 0.3],
        ["no", "fewer than 10", None],
    ]


def test_words_like_a_formula_stay_words_when_somebody_edits_them():
    sheet = load_workbook(BytesIO(xlsx_file(SHEETS))).worksheets[1]
    assert [sheet[at].data_type for at in ("A1", "A5", "B5")] == ["s", "s", "n"]
    assert [sheet[at].quotePrefix for at in ("A5", "A6")] == [True, False]
    assert sheet["C5"].number_format == "0%"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", "\0=", "＝", " ="])
def test_each_sign_of_a_formula_is_kept_as_words(sign):
    words = f"{sign}HYPERLINK(1)"
    content = xlsx_file([Sheet("a", "b", (words,), ((words,),))])
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert sheet["A4"].data_type == "s"
    assert sheet["A4"].quotePrefix or sheet["A4"].value == "=HYPERLINK(1)"
    assert "<f" not in inside(content)["xl/worksheets/sheet1.xml"]


@given(st.text(max_size=80))
def test_any_words_come_back(words):
    content = xlsx_file([Sheet("a", "t", ("h", "i"), (("row", words),))])
    value = cells(content, 0)[-1][1] or ""
    back = re.sub("_x005F_", "_", value)
    assert back == re.sub("_x005F_", "_", as_words(words))


def test_what_looks_escaped_already_is_kept_as_it_is():
    assert as_words("_x0041_") == "_x005F_x0041_"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_names_of_sheets_are_short_and_no_two_alike(wanted):
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(0 < len(name) <= 31 for name in names)
    assert not re.search(r"[\\/?*\[\]:']", "".join(names))


def test_each_value_is_a_line_and_an_empty_cell_is_none():
    assert [tuple(line)[2:] for line in lines(SHEETS)] == [
        ("Survey", "It says", "Us & <them>"),
        ("+yes", "How many", "45"),
        ("+yes", "Share", "30%"),
        ("no", "How many", "fewer than 10"),
    ]


def test_columns_past_z_are_named():
    head = tuple(str(number) for number in range(30))
    row = load_workbook(BytesIO(xlsx_file([Sheet("a", "t", head, (head,))])))
    assert row.worksheets[0]["AD3"].value == "29"


def test_it_opens_from_the_right_where_people_read_from_there():
    content = xlsx_file(SHEETS, right_to_left=True)
    assert load_workbook(BytesIO(content)).worksheets[0].sheet_view.rightToLeft


def test_rows_are_as_tall_as_their_words_where_a_program_would_not_make_them_so():
    sheet = Sheet("One", "Title", ("A", "B"), (("short", "x" * 50), ("y", "z")))
    content = xlsx_file([sheet])
    with ZipFile(BytesIO(content)) as packed:
        rows = packed.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'<row r="(\d+)"(?: ht="(\d+)")?', rows) == [
        ("1", ""),
        ("2", ""),
        ("3", ""),
        ("4", "45"),
        ("5", ""),
    ]
