import builtins
import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.factories.briefings import SAID, a_paper
from voice.briefings.logic.paper import told_in
from voice.briefings.papers.docx import docx_of
from voice.briefings.papers.styles import PaperNotMade


def opened(language="en", **more):
    return Document(io.BytesIO(docx_of(a_paper(language, **more))))


def cells_of(document):
    """Return the words of every data cell, in order."""
    return [
        cell.text
        for table in document.tables
        for row in table.rows[1:]
        for cell in row.cells[1:]
    ]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_docx_says_each_figure_of_the_paper_and_no_other(language):
    document = opened(language)
    base, *cells = told_in(a_paper(language))
    assert cells_of(document) == cells
    assert any(each.text.endswith(f": {base}") for each in document.paragraphs)


def test_headings_are_headings_and_nest():
    found = [
        (each.style.name, each.text)
        for each in opened().paragraphs
        if each.style.name.startswith("Heading")
    ]
    said = SAID["en"]
    assert found == [
        ("Heading 1", said["title"]),
        ("Heading 2", said["heading"]),
        ("Heading 3", said["reach"]),
        ("Heading 2", said["promised"]),
        ("Heading 2", "Where the figures and words come from"),
    ]


def test_tables_name_their_headers():
    for table in opened().tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_urdu_runs_from_the_right_and_says_that_it_is_urdu():
    document = opened("ur")
    written = [
        each for each in document.paragraphs if each.text == SAID["ur"]["careful"]
    ]
    (paragraph,) = written
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    said = paragraph.runs[0]._r.rPr
    assert said.find(qn("w:rtl")) is not None
    assert said.find(qn("w:lang")).get(qn("w:bidi")) == "ur-PK"
    assert paragraph.runs[0].font.cs_bold
    heading = document.styles["Heading 1"].element.rPr
    assert heading.find(qn("w:szCs")).get(qn("w:val")) == "48"
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_quote_in_urdu_says_so_in_an_english_paper():
    quotes = [each for each in opened().paragraphs if each.style.name == "Quote"]
    said = [each.runs[0]._r.rPr.find(qn("w:lang")).attrib for each in quotes]
    assert said == [{qn("w:val"): "en-GB"}, {qn("w:bidi"): "ur-PK"}]


def test_a_file_names_the_council_and_no_person():
    about = opened().core_properties
    assert (about.title, about.author, about.last_modified_by) == (
        "What children told us about moving",
        "Calderwick Council",
        "Calderwick Council",
    )
    assert (about.comments, about.keywords, about.category) == ("", "", "")
    assert about.created.date().isoformat() == "2026-03-14"
    with zipfile.ZipFile(io.BytesIO(docx_of(a_paper()))) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        assert b"python-docx" not in b"".join(map(parts.read, parts.namelist()))


def test_the_same_paper_is_the_same_bytes_each_time(time_machine):
    time_machine.move_to("2026-03-14")
    first = docx_of(a_paper("ur"))
    time_machine.move_to("2027-06-01")
    assert docx_of(a_paper("ur")) == first


def test_each_numbered_list_begins_at_one():
    one = {
        "kind": "list",
        "ordered": True,
        "items": [{"text": "Ask", "status": "", "detail": ""}] * 2,
    }
    document = opened(blocks=[one, one])
    numbers = [
        each._p.pPr.numPr.numId.val
        for each in document.paragraphs
        if each.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_machine_without_the_extra_says_so(monkeypatch):
    bring = builtins.__import__

    def without(name, *rest, **more):
        if name == "docx":
            raise ImportError
        return bring(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PaperNotMade, match="extra is not installed"):
        docx_of(a_paper())
