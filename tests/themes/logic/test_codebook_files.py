import re
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.themes.logic.refi_schema import faults
from voice.council.enums import Colour
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.logic.codebook_file import (
    COLOURS,
    KINDS,
    STATES,
    BadCodebook,
    CodebookFile,
    InLanguage,
    ThemeLine,
    fitted,
)
from voice.themes.logic.codebook_xlsx import COLUMNS, read_xlsx, write_xlsx
from voice.themes.logic.csv_cells import as_written, neutral
from voice.themes.logic.refi_qdc import RGB, read_qdc, write_qdc
from voice.themes.logic.tidy_words import tidy, tidy_line

HEADINGS = [field for field, _width in COLUMNS]
NASTY = [
    "=1+1",
    "+44 1274",
    "-x",
    "@SUM(A1)",
    "'quoted",
    "_x0041_",
    "\\Include when:",
    "<b>&amp;]]>",
    "ہمارے گھر",
    "Include when:\nExample:\n\\\n\\\\\nx",
    "Sentence in ur:",
    "Written in ur for:\nx",
    "a\tb\n\n\nc",
    "😀",
]
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=40)).map(tidy)
line_of_words = words.map(tidy_line).map(lambda said: said[:90] or "x")
LANGUAGES = ("ar", "pa", "sr-latn", "ur")
# Of words in another language, numbers would have to be in the sentence too.
wordless = line_of_words.filter(lambda said: not re.search(r"\d", said))
in_languages = st.lists(
    st.builds(InLanguage, st.sampled_from(LANGUAGES), wordless, line_of_words),
    unique_by=lambda one: one.language,
    max_size=3,
).map(lambda found: tuple(sorted(found, key=lambda one: one.language)))


def worded(language):
    """Return the headings of a language's two columns."""
    return f"In {language}", f"In {language}, for"


@st.composite
def codebooks(draw):
    """Draw a codebook with parts, in the order that ours are in."""
    names = draw(st.lists(line_of_words, min_size=1, max_size=6, unique=True))
    tops = draw(st.integers(1, len(names)))
    themes = []
    for at, name in enumerate(names):
        themes.append(
            ThemeLine(
                guid=draw(st.uuids()),
                name=name,
                sentence=draw(line_of_words),
                include=draw(words),
                exclude=draw(words),
                example=draw(words),
                colour=draw(st.sampled_from(COLOURS)),
                state=draw(st.sampled_from(STATES)),
                heard_from_few=draw(st.booleans()),
                parent="" if at < tops else draw(st.sampled_from(names[:tops])),
                in_languages=draw(in_languages),
            )
        )
    fall_backs = [ThemeLine(uuid4(), kind, "So.", kind=kind) for kind in KINDS[1:]]
    taken = {theme.name for theme in themes}
    themes += [one for one in fall_backs if one.name not in taken]
    order = {theme.name: at for at, theme in enumerate(themes)}
    themes.sort(key=lambda one: (order[one.parent or one.name], one.parent != ""))
    return CodebookFile(draw(st.uuids()), draw(line_of_words), tuple(themes))


@given(codebooks())
@settings(max_examples=60)
def test_a_codebook_comes_back_from_a_qdc_file_exactly(book):
    content = write_qdc(book)
    assert faults(content) == []
    assert read_qdc(content) == book
    assert write_qdc(read_qdc(content)) == content


@given(codebooks())
@settings(max_examples=25)
def test_a_codebook_comes_back_from_a_spreadsheet_exactly(book):
    assert read_xlsx(write_xlsx(book, HEADINGS, worded)) == book


def test_the_check_against_the_schema_can_fail():
    for wrong in (
        "<CodeBook/>",
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>',
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>',
        CODE.format('guid="1" name="x" isCodable="true"'),
        CODE.format(f'guid="{uuid4()}" isCodable="true"'),
        CODE.format(f'guid="{uuid4()}" name="x" isCodable="yes"'),
        CODE.format(f'guid="{uuid4()}" name="x" isCodable="true" color="red"'),
        CODE.format(f'guid="{uuid4()}" name="x" isCodable="true" colour="#fff"'),
    ):
        assert faults(wrong) != [], wrong
    right = CODE.format(f'guid="{uuid4()}" name="x" isCodable="true" color="#fff"')
    assert faults(right) == []


CODE = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code {}/></Codes></CodeBook>'
FOREIGN = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="Another 12"><Codes>
  <Code guid="{{AAAAAAAA-0000-4000-8000-000000000001}}" name="Home" isCodable="false"
    color="#0A0"><Description>{long}</Description>
    <Code guid="aaaaaaaa-0000-4000-8000-000000000002" name="Moves" isCodable="true">
      <Description>They move often.
Include when:
bags</Description>
      <Code guid="aaaaaaaa-0000-4000-8000-000000000003" name="Bags" isCodable="true"/>
    </Code></Code>
  <Code guid="aaaaaaaa-0000-4000-8000-000000000004" name="School" isCodable="true">
    <Code guid="aaaaaaaa-0000-4000-8000-000000000005" name="Moves" isCodable="true"/>
  </Code></Codes>
  <Sets><Set guid="aaaaaaaa-0000-4000-8000-000000000006" name="Mine"><MemberCode
    guid="aaaaaaaa-0000-4000-8000-000000000002"/></Set></Sets></CodeBook>"""


def test_a_file_of_another_tool_is_taken_as_far_as_ours_go():
    long = "Long words. " * 40
    book = read_qdc(FOREIGN.format(long=long).encode())
    assert (book.guid, book.title) == (None, "")
    assert [(line.name, line.parent) for line in book.themes] == [
        ("Home", ""),
        ("Moves", "Home"),
        ("Bags", "Home"),
        ("School", ""),
        ("School: Moves", "School"),
    ]
    home, moves, bags, *_rest = book.themes
    assert home.guid == UUID("aaaaaaaa-0000-4000-8000-000000000001")
    assert (len(home.sentence), home.include) == (300, long.strip())
    assert home.colour == "moss"
    assert (moves.sentence, moves.include) == (
        "They move often.",
        "Include when:\nbags",
    )
    assert (bags.sentence, bags.colour, bags.state) == ("Bags", "indigo", "agreed")


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "unreadable"),
        (b"<CodeBook>", "unreadable"),
        (b"<Project/>", "unreadable"),
        (b"PK\x03\x04", "unreadable"),
        (b"<CodeBook/>", "empty"),
        (
            b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes/></CodeBook>',
            "unreadable",
        ),
        (b" " * (5 * 1024 * 1024 + 1), "too_long"),
        (CODE.format('guid="1" name="x"').encode(), "unreadable"),
        (CODE.format(f'guid="{uuid4()}" name=" "').encode(), "nameless"),
    ],
)
def test_a_bad_qdc_file_is_refused(content, trouble):
    with pytest.raises(BadCodebook) as refused:
        read_qdc(content)
    assert refused.value.trouble.value == trouble


def test_codes_nested_without_end_are_refused_calmly():
    deep = "".join(
        f'<Code guid="{uuid4()}" name="n{at}" isCodable="true">' for at in range(3000)
    )
    book = f"<CodeBook><Codes>{deep}{'</Code>' * 3000}</Codes></CodeBook>"
    with pytest.raises(BadCodebook) as refused:
        read_qdc(book.encode())
    assert refused.value.trouble.value == "too_long"


def sheet_of(change):
    """Return a spreadsheet of one theme after `change` was made to its first sheet."""
    in_urdu = (InLanguage("ur", "ایسا", "So."),)
    line = ThemeLine(uuid4(), "Bags", "So.", in_languages=in_urdu)
    book = CodebookFile(uuid4(), "Ours", (line,))
    workbook = load_workbook(BytesIO(write_xlsx(book, HEADINGS, worded)))
    change(workbook.worksheets[0])
    kept = BytesIO()
    workbook.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("cell", "said", "trouble"),
    [
        ("C5", "=1+1", "formula"),
        ("K5", "not one", "unreadable"),
        ("A1", "Another file", "unreadable"),
        ("A6", "Bags", "twice"),
        ("B5", "Nowhere", "no_parent"),
        ("A5", "", "empty"),
        ("L5", "=1+1", "formula"),
        ("L5", "x" * 301, "long_words"),
        ("L5", "7 of us", "numbers"),
        ("L3", "Urdu, I think", "language"),
    ],
)
def test_a_bad_spreadsheet_is_refused(cell, said, trouble):
    with pytest.raises(BadCodebook) as refused:
        read_xlsx(sheet_of(lambda sheet: sheet.__setitem__(cell, said)))
    assert refused.value.trouble.value == trouble


def test_a_row_that_somebody_wrote_is_a_new_theme():
    book = read_xlsx(sheet_of(lambda sheet: sheet.__setitem__("A6", "Dogs")))
    assert book.themes[1] == ThemeLine(None, "Dogs", "Dogs")


def test_a_spreadsheet_from_before_there_were_languages_is_taken_as_it_is():
    book = read_xlsx(sheet_of(lambda sheet: sheet.delete_cols(12, 2)))
    assert (book.themes[0].sentence, book.themes[0].in_languages) == ("So.", ())


def test_no_theme_is_worded_twice_in_one_language():
    both = (InLanguage("ur", "ایسا", ""), InLanguage("ur", "ویسا", ""))
    line = ThemeLine(None, "Bags", "So.", in_languages=both)
    with pytest.raises(BadCodebook) as refused:
        fitted(CodebookFile(None, "", (line,)))
    assert refused.value.trouble.value == "twice"


def test_words_stay_those_of_the_sentence_they_were_written_for():
    book = read_xlsx(sheet_of(lambda sheet: sheet.__setitem__("C5", "Now otherwise.")))
    assert book.themes[0].in_languages == (InLanguage("ur", "ایسا", "So."),)


def test_words_that_somebody_adds_are_for_the_sentence_beside_them():
    def added(sheet):
        sheet["C5"], sheet["L5"], sheet["M5"] = "New.", "نیا", ""

    (line,) = read_xlsx(sheet_of(added)).themes
    assert line.in_languages == (InLanguage("ur", "نیا", "New."),)


def test_nothing_in_a_spreadsheet_is_hidden_or_a_formula():
    book = CodebookFile(uuid4(), "=A1", (ThemeLine(uuid4(), "=1+1", "@x"),))
    workbook = load_workbook(BytesIO(write_xlsx(book, HEADINGS, worded)))
    (sheet,) = workbook.worksheets
    assert sheet.sheet_state == "visible"
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert not workbook.defined_names


def test_our_colours_are_those_of_the_house_by_day():
    tokens = Path("static/css/tokens.css").read_text()
    day = tokens[: tokens.index('[data-colour="plum"]')]
    assert {name: re.search(rf"--{name}: (#\w+);", day)[1] for name in RGB} == RGB
    assert tuple(RGB) == COLOURS == tuple(Colour.values)


def test_our_states_and_kinds_are_those_of_themes():
    assert set(STATES) == set(ThemeState.values)
    assert list(KINDS) == ThemeKind.values


@given(st.one_of(st.sampled_from(NASTY), st.text()))
def test_no_cell_of_a_csv_begins_a_formula_and_all_come_back(said):
    cell = neutral(said)
    assert as_written(cell) == said
    assert cell.lstrip(" ")[:1] not in tuple("=+-@\t\r\n\0＝＋－＠")


def test_a_name_that_is_too_long_is_cut_and_stands_whole_below():
    name = "n" * 101
    (line,) = fitted(CodebookFile(None, "", (ThemeLine(None, name, "So."),))).themes
    assert (len(line.name), line.name[-1], line.include) == (100, "…", name)
