import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.factories.files import PLACE, pdf, photograph, relations, table, word
from voice.statement.enums import FileType
from voice.statement.logic.files import MOST_BYTES, BadFile, Trouble, clean_file


def trouble(content):
    with pytest.raises(BadFile) as bad:
        clean_file(content)
    return bad.value.trouble


@pytest.mark.parametrize("content", [pdf(), word()])
def test_documents_are_kept_as_they_came(content):
    assert clean_file(content).content == content


def test_what_a_file_is_is_read_from_it_alone():
    kinds = [clean_file(one).type for one in (pdf(), word(), photograph(), table())]
    assert kinds == [FileType.PDF, FileType.DOCX, FileType.PICTURE, FileType.CSV]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_drawn_afresh_without_its_place(kind):
    brought = photograph(kind)
    assert PLACE in brought
    kept = clean_file(brought).content
    assert PLACE not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (60, 40))
        assert not picture.getexif()


def test_picture_larger_than_anybody_reads_is_made_smaller_and_a_bomb_refused():
    with Image.open(BytesIO(clean_file(photograph(size=(4800, 100))).content)) as made:
        assert made.size == (2400, 50)
    assert trouble(photograph("PNG", size=(5000, 4001))) == Trouble.MANY_DOTS


def test_formulas_of_a_table_are_only_words():
    assert clean_file(table()).content.decode("utf-8-sig") == (
        'Who,What\r\nCouncil,"\'=HYPERLINK(""x"")"\r\nHilltop,"tea, late"\r\n'
    )


def packed(said, filter_=b"FlateDecode", name=b"/ObjStm"):
    """Return objects of a PDF that are packed together."""
    content = zlib.compress(said)
    return b"3 0 obj<</Type%b/Filter/%b/Length %d>>stream\n%b\nendstream endobj" % (
        *(name, filter_, len(content)),
        content,
    )


def test_objects_packed_together_are_looked_into():
    assert clean_file(pdf(packed(b"4 0 <</Type/Page>>"))).type == FileType.PDF
    acting = b"4 0 <</S/JavaScript/J#53(app.alert(1))>>"
    assert trouble(pdf(packed(acting))) == Trouble.ACTS
    assert trouble(pdf(packed(b"4 0", name=b"/Obj#53tm"))) == Trouble.ACTS
    plain = packed(b"4 0").replace(zlib.compress(b"4 0"), b"as it is")
    assert trouble(pdf(plain)) == Trouble.ACTS
    assert trouble(pdf(packed(bytes(21 * 1024 * 1024)))) == Trouble.TOO_LONG
    assert trouble(pdf(b"/ObjStm " * 5_001)) == Trouble.ACTS
    assert trouble(pdf(b"3 0 obj<</Type/ObjStm>>endobj")) == Trouble.BROKEN


@pytest.mark.parametrize(
    "more",
    [
        b"3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj",
        b"3 0 obj<</S/#4Caunch/F(cmd.exe)>>endobj",
        b"3 0 obj<</Type/EmbeddedFile>>endobj",
    ],
)
def test_pdf_that_does_something_is_refused(more):
    assert trouble(pdf(more)) == Trouble.ACTS


def test_locked_and_cut_files_are_refused():
    assert trouble(pdf(b"<</Encrypt 9 0 R>>")) == Trouble.LOCKED
    assert trouble(pdf()[:-7]) == Trouble.BROKEN
    assert trouble(word()[:-30]) == Trouble.BROKEN
    assert trouble(photograph()[:40]) == Trouble.BROKEN


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": "x"},
        {"word/embeddings/sheet.xlsx": "x"},
        {"word/_rels/settings.xml.rels": relations("attachedTemplate")},
        {"word/_rels/document.xml.rels": relations("image")},
        {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
        {"word/_rels/a.rels": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
    ],
)
def test_word_file_that_runs_hides_or_fetches_is_refused(parts):
    assert trouble(word(parts)) == Trouble.ACTS


def test_bomb_is_refused_before_it_is_unpacked():
    assert trouble(word({"word/document.xml": "a" * 30_000_000})) == Trouble.TOO_LONG
    many = {f"word/{number}.xml": "" for number in range(201)}
    assert trouble(word(many)) == Trouble.TOO_LONG


def test_other_packed_files_are_not_known():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr("xl/workbook.xml", "")
    assert trouble(packed.getvalue()) == Trouble.NOT_KNOWN


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a",
        b"just words",
        b"<svg onload='x'></svg>",
        b"MZ\0\0,,",
        b"<html><script>a()</script>",
    ],
)
def test_what_is_no_document_no_picture_and_no_table_is_not_known(content):
    assert trouble(content) == Trouble.NOT_KNOWN


def test_sizes_are_limited():
    assert trouble(b"") == Trouble.EMPTY
    assert trouble(b"%PDF-" + bytes(MOST_BYTES)) == Trouble.TOO_LONG


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-", b"PK\3\4", b"RIFF"]))
def test_whatever_is_brought_is_kept_or_refused_and_never_breaks(content, begins):
    try:
        kept = clean_file(begins + content)
    except BadFile:
        return
    assert kept.type in FileType
