"""The checker of PDFs finds what it should."""

import io

import pytest
import weasyprint
from pypdf import PdfWriter

from tests.papers import faults, read
from tests.papers.__main__ import main
from voice.briefings.papers.pdf import pdf_of_page
from voice.briefings.papers.spoken import SpokenStream

GOOD = "<h1>One</h1><p>Two</p>"


def page(body, *, language=' lang="en"', title="<title>One</title>"):
    return f"<html{language}><head>{title}</head><body>{body}</body></html>"


def plain(html, **more):
    """Return what WeasyPrint makes without us."""
    return weasyprint.HTML(string=html).write_pdf(**more)


def changed(change):
    """Return a good PDF, changed."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of_page(page(GOOD))))
    change(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def without_letters(writer):
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        inner["/FontDescriptor"].get_object().pop("/FontFile2", None)
        inner["/FontDescriptor"].get_object().pop("/FontFile3", None)


def with_a_loose_line(writer):
    content = writer.pages[0].get_contents()
    content.set_data(content.get_data() + b"\n0 0 m 9 9 l S")
    writer.pages[0].replace_contents(content)


def test_nothing_is_wrong_with_what_is_right():
    assert faults(read(pdf_of_page(page(GOOD)))) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>One</h1><h3>Three</h3>", "A heading of level 3 follows one of level 1."),
        ("<h1>Other</h1>", "the first headings are ['Other']"),
        ("<h1>One</h1><h1>Two</h1>", "the first headings are ['One', 'Two']"),
        (
            "<h1>One</h1><table><tr><td>95</td></tr></table>",
            "A table has no headers.",
        ),
        (
            "<h1>One</h1><table><tr><th>A</th></tr><tr><td>9</td><td>8</td></tr></table>",
            "The rows of a table have [1, 2] cells.",
        ),
        ('<h1>One</h1><img src="ours:/img/favicon.svg">', "has no alternative"),
        ('<h1>One</h1><p><a href="https://example.org">x</a></p>', "leads out"),
        (
            '<h1>One</h1><p>First</p><p style="position:absolute;top:0">Second</p>',
            "“Second” is read after “First” but stands before it.",
        ),
    ],
)
def test_what_is_wrong_with_a_page_is_said(body, said):
    assert any(said in fault for fault in faults(read(pdf_of_page(page(body)))))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: plain(page(GOOD)), "The document does not say that it is tagged."),
        (lambda: plain(page(GOOD)), "There is no structure tree with a first heading."),
        (lambda: plain(page(GOOD)), "things that are not marked."),
        (lambda: plain(page(GOOD)), "The metadata does not say PDF/UA-1"),
        (
            lambda: pdf_of_page(page(GOOD, language="")),
            "The document names no language.",
        ),
        (lambda: pdf_of_page(page(GOOD, language="")), "“Two” names no language."),
        (lambda: pdf_of_page(page(GOOD, title="")), "The title is missing"),
        (lambda: changed(without_letters), "is not embedded."),
        (lambda: changed(with_a_loose_line), "Page 1 paints 1 things"),
        (
            lambda: changed(lambda pdf: pdf.add_attachment("x", b"y")),
            "The document holds /EmbeddedFiles",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said(made, said):
    assert any(said in fault for fault in faults(read(made())))


def test_urdu_as_weasyprint_writes_it_alone_is_found_out(monkeypatch):
    monkeypatch.setattr(weasyprint.pdf, "Stream", SpokenStream.__base__)
    body = '<h1>One</h1><p lang="ur" dir="rtl">جواب بچے</p>'
    found = faults(read(plain(page(body), pdf_variant="pdf/ua-1")))
    assert any("does not carry its own text" in fault for fault in found)
    monkeypatch.setattr(weasyprint.pdf, "Stream", SpokenStream)
    assert faults(read(plain(page(body), pdf_variant="pdf/ua-1"))) == []


def test_command_says_what_is_wrong_with_a_file(tmp_path, capsys):
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(pdf_of_page(page(GOOD)))
    bad.write_bytes(plain(page(GOOD)))
    assert main([str(good)]) == 0
    assert main([str(good), str(bad)]) == 1
    assert "There is no structure tree" in capsys.readouterr().out
