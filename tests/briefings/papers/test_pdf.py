import builtins

import pytest

from tests.factories.briefings import SAID, a_paper
from tests.papers import faults, read
from voice.briefings.logic.paper import told_in
from voice.briefings.papers.pdf import can_make_pdf, pdf_of, pdf_of_page
from voice.briefings.papers.styles import PaperNotMade

PAGE = (
    '<html lang="en"><head><title>One</title></head><body><h1>One</h1>{}</body></html>'
)


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("style", ["standard", "large"])
def test_everybody_can_read_a_paper_in_each_version(language, style):
    assert faults(read(pdf_of(a_paper(language), style=style))) == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_pdf_says_each_figure_of_the_paper_and_no_other(language):
    paper = a_paper(language)
    inside = read(pdf_of(paper))
    base, *cells = told_in(paper)
    assert inside.cells == cells
    assert f": {base}" in inside.text


def test_what_stands_under_a_label_stays_in_its_header():
    (block,) = [one for one in a_paper()["blocks"] if one["kind"] == "figures"]
    rows = [{**row, "note": "All who wrote about it"} for row in block["rows"]]
    inside = read(pdf_of(a_paper(blocks=[{**block, "rows": rows}])))
    assert faults(inside) == []
    assert inside.tree.all("TH")[3].text == "Yes All who wrote about it"


def test_urdu_is_read_out_as_it_was_written():
    inside = read(pdf_of(a_paper("ur")))
    said = SAID["ur"]
    assert inside.language == "ur"
    assert [words for _level, words in inside.headings][:3] == [
        said["title"],
        said["heading"],
        said["reach"],
    ]
    for name in ("commentary", "sentence", "question", "promise", "owner", "careful"):
        assert said[name] in inside.text
    assert {name.partition("+")[2] for name in inside.fonts} == {
        "Noto-Nastaliq-Urdu",
        "Noto-Nastaliq-Urdu-Bold",
        "Noto-Sans",
        "Noto-Sans-Bold",
    }


def test_quote_in_another_language_says_its_own():
    inside = read(pdf_of(a_paper("en")))
    said = {
        leaf.mark.language
        for quote in inside.tree.all("BlockQuote")
        for leaf in quote.leaves
    }
    assert said == {"en", "ur"}


def test_the_same_paper_is_the_same_bytes_each_time():
    assert pdf_of(a_paper("ur")) == pdf_of(a_paper("ur"))


def test_a_file_names_the_council_and_the_day_and_no_person():
    told = read(pdf_of(a_paper())).pdf.metadata
    assert {name: told[name] for name in told if name != "/Producer"} == {
        "/Title": "What children told us about moving",
        "/Author": "Calderwick Council",
        "/Subject": "For the Improvement Board",
        "/CreationDate": "D:20260314",
    }


def test_large_print_holds_nothing_under_eighteen_points():
    sizes = {
        round(float(operands[1]) * 0.75, 1)
        for page in read(pdf_of(a_paper(), style="large")).pdf.pages
        for operands, operator in page.get_contents().operations
        if operator == b"Tf"
    }
    assert min(sizes) >= 18


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.svg",
        "file:///etc/hostname",
        "data:image/svg+xml,<svg/>",
        "ours:/css/tokens.css",
        "ours:/img/../../manage.py",
        "ours:/img/nothing.svg",
        "/etc/hostname",
    ],
)
@pytest.mark.parametrize(
    "way",
    [
        '<img alt="x" src="{}">',
        '<link rel="stylesheet" href="{}">',
        '<p style="background:url({})">',
    ],
)
def test_a_page_brings_in_our_drawings_alone(address, way):
    with pytest.raises(PaperNotMade):
        pdf_of_page(PAGE.format(way.format(address)))


def test_words_of_a_paper_are_text_and_bring_in_nothing():
    evil = '<img src="//x.y/a.svg"><script>x()</script>'
    paper = a_paper(blocks=[{"kind": "text", "text": evil}], title="<b>One</b>")
    inside = read(pdf_of(paper))
    assert evil in inside.text
    assert faults(inside) == []


@pytest.mark.parametrize(
    ("wrong", "said"), [(ImportError, "extra is not installed"), (OSError, "no Pango")]
)
def test_a_machine_without_a_typesetter_says_so(monkeypatch, wrong, said):
    bring = builtins.__import__

    def without(name, *rest, **more):
        if name == "weasyprint":
            raise wrong
        return bring(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert not can_make_pdf()
    with pytest.raises(PaperNotMade) as told:
        pdf_of(a_paper())
    assert said in str(told.value)
