"""Files of wordings come back exactly as they went out, and others are refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from surveys.logic.plain import plain_words
from surveys.logic.wording_files import About, BadFile, FileTrouble, Line
from surveys.logic.wording_po import po_file, read_po
from surveys.logic.wording_xlsx import read_xlsx, xlsx_file

HEADINGS = ["Key", "Part", "What", "Question", "Base", "Words", "Base then"]
ABOUT = About("school-survey", "ur", "8-11")
# As write_wordings and the editor keep words.
WORDS = st.text(min_size=1, max_size=30).map(lambda t: plain_words(t, lines=True))
TRICKY = st.sampled_from(
    [
        "=1+1",
        "+44 20",
        "-",
        "@here",
        "#N/A",
        "_x0041_",
        "a\nb",
        "'",
        '"',
        "\\n",
        "007",
        "TRUE",
        "2026-01-01",
        "لفظ 0800 1111",
        "a  b".replace("  ", " "),
        "50%",
    ]
)
TEXTS = (WORDS | TRICKY).filter(str.strip)
NAMES = st.sampled_from([("", "title"), ("home", "prompt"), ("home", "option.yes")])
LINES = st.lists(
    st.builds(
        lambda name, base, text, was: Line(*name, base, text, was if text else None),
        NAMES,
        TEXTS,
        TEXTS | st.just(""),
        st.none() | TEXTS,
    ),
    unique_by=lambda line: line.name,
)


def told(line):
    return (line.name, line.base, line.text, line.was)


@settings(max_examples=60)
@given(LINES)
def test_po_comes_back_as_it_went_out(lines):
    found = read_po(po_file(ABOUT, lines))
    assert found.about == ABOUT
    assert [told(line) for line in found.lines] == [told(line) for line in lines]


@settings(max_examples=25)
@given(LINES)
def test_a_spreadsheet_comes_back_as_it_went_out(lines):
    found = read_xlsx(xlsx_file(ABOUT, lines, HEADINGS))
    assert found.about == ABOUT
    assert [told(line) for line in found.lines] == [told(line) for line in lines]


def test_a_spreadsheet_has_one_visible_sheet_and_no_formula():
    kept = xlsx_file(ABOUT, [Line("", "title", "=1+1", "=HYPERLINK(1)")], HEADINGS)
    book = load_workbook(BytesIO(kept))
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"]
    assert [c.data_type for c in book.worksheets[0][6] if c.value] == ["s"] * 3
    assert book.worksheets[0]["F6"].quotePrefix


def test_what_a_translator_doubts_is_not_held_right():
    line = Line("", "title", "Now", "اب", was="Before")
    [found] = read_po(po_file(ABOUT, [line])).lines
    assert (found.was, found.is_sure) == ("Before", False)
    [sure] = read_po(po_file(ABOUT, [Line("", "title", "Now", "اب")])).lines
    assert (sure.was, sure.is_sure) == (None, True)


def sheet(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def zipped():
    kept = BytesIO()
    with ZipFile(kept, "w") as packed:
        packed.writestr("a.txt", "words")
    return kept.getvalue()


OURS = (
    ("Voice wordings: survey", "s"),
    ("Voice wordings: language", "ur"),
    ("Voice wordings: age_band", ""),
    (),
    HEADINGS,
)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"not a spreadsheet", FileTrouble.UNREADABLE),
        (zipped(), FileTrouble.UNREADABLE),
        (sheet(("Name", "Telephone")), FileTrouble.NOT_OURS),
        (sheet(*OURS, ("", "title", "", "", "T", "=1+1")), FileTrouble.FORMULA),
        (
            sheet(*OURS, *[("", "title", "", "", "T", "word")] * 2),
            FileTrouble.TWICE,
        ),
        (bytes(5 * 1024 * 1024 + 1), FileTrouble.TOO_LONG),
    ],
)
def test_a_wrong_spreadsheet_is_refused(content, trouble):
    with pytest.raises(BadFile) as refusal:
        read_xlsx(content)
    assert refusal.value.trouble == trouble


def test_a_spreadsheet_that_unpacks_to_more_than_can_be_held_is_refused():
    kept = BytesIO(sheet(*OURS))
    with ZipFile(kept, "a", compression=8) as packed:
        packed.writestr("xl/media/bomb", bytes(51 * 1024 * 1024))
    with pytest.raises(BadFile) as refusal:
        read_xlsx(kept.getvalue())
    assert refusal.value.trouble == FileTrouble.TOO_LONG


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"\xff\xfe\x00", FileTrouble.UNREADABLE),
        (b"these are no words of a catalogue", FileTrouble.UNREADABLE),
        (b'msgid ""\nmsgstr "Language: ur\\n"\n', FileTrouble.NOT_OURS),
        (b"/etc/passwd", FileTrouble.UNREADABLE),
        (
            po_file(ABOUT, [Line("", "title", "T", "a")] * 2),
            FileTrouble.TWICE,
        ),
        (
            po_file(ABOUT, []) + b'\nmsgid "T"\nmsgstr "U"\n',
            FileTrouble.NOT_OURS,
        ),
        (bytes(5 * 1024 * 1024 + 1), FileTrouble.TOO_LONG),
    ],
)
def test_a_wrong_po_is_refused(content, trouble):
    with pytest.raises(BadFile) as refusal:
        read_po(content)
    assert refusal.value.trouble == trouble


def test_a_number_a_translator_typed_is_read_as_words():
    content = sheet(
        *OURS, ("q", "low", "", "", "ten", 10.0), ("q", "high", "", "", "a", 7)
    )
    assert [line.text for line in read_xlsx(content).lines] == ["10", "7"]
