"""The board takes papers out as files that say what the page says."""

import io

import html5lib
import pytest
from django.urls import reverse
from docx import Document

from tests.briefings.papers.test_docx import cells_of
from tests.factories.accounts import UserFactory
from tests.factories.briefings import (
    BriefingFactory,
    a_paper,
    approved,
    issued,
    section_of,
)
from tests.factories.statement import ReleaseFactory
from tests.papers import faults, read
from voice.audit.models import Entry
from voice.briefings.logic.paper import told_in
from voice.briefings.models import Briefing, BriefingOpening
from voice.briefings.papers import making
from voice.briefings.papers.styles import PaperNotMade
from voice.briefings.templatetags.papers import paper_body
from voice.releases.models import Recall

pytestmark = pytest.mark.django_db

EASY = {"easy_words": "We asked children.", "easy_picture": "talking"}


@pytest.fixture
def release():
    return ReleaseFactory(quotes=["come wen u say ur coming"])


@pytest.fixture
def briefing(release):
    made = BriefingFactory()
    section_of(made, "reach", release=release)
    section_of(made, "results", release=release)
    section_of(made, "quotes", release=release)
    return made


@pytest.fixture
def member(client):
    user = UserFactory(board=True)
    client.force_login(user)
    return user


def at(name, *args):
    return reverse(f"briefings:{name}", args=args)


def told_on(html):
    """Return the protected words of a page: of each base, reach and data cell."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        words = " ".join("".join(element.itertext()).split())
        if element.tag in {"td", "dd"}:
            found.append(words)
        elif element.tag == "small" and words.startswith(("How many", "کتنوں")):
            found.append(words.rpartition(": ")[2])
    return found


@pytest.mark.parametrize("language", ["en", "ur"])
def test_page_pdf_and_word_agree_figure_for_figure(language):
    paper = a_paper(language)
    base, *cells = told_in(paper)
    page = told_on(paper_body(paper))
    assert page[-len(cells) :] == cells
    assert f": {base}" in paper_body(paper)
    assert read(making.bytes_of(paper, making.PaperKind.PDF)).cells == cells
    word = Document(io.BytesIO(making.bytes_of(paper, making.PaperKind.DOCX)))
    assert cells_of(word) == cells


def test_issued_briefing_agrees_figure_for_figure_with_its_files(
    client, member, briefing
):
    issued(briefing)
    figures = told_in(Briefing.objects.get().paper)
    assert figures
    page = client.get(at("paper", briefing.pk)).content.decode()
    assert sorted(told_on(page)) == sorted(figures)
    pdf = read(client.get(at("paper_pdf", briefing.pk)).content)
    large = read(client.get(at("paper_large", briefing.pk)).content)
    word = Document(io.BytesIO(client.get(at("paper_docx", briefing.pk)).content))
    assert faults(pdf) == faults(large) == []
    assert pdf.cells == large.cells == cells_of(word)
    assert [one for one in figures if one not in pdf.text] == []
    assert "come wen u say ur coming" in pdf.text


def test_taking_a_file_out_is_opening_the_paper_and_is_written_down(
    client, member, briefing
):
    issued(briefing)
    client.get(at("paper_docx", briefing.pk))
    assert BriefingOpening.objects.get().by == member
    entry = Entry.objects.get(verb="briefings.take_out")
    assert entry.details == {"kind": "docx"}


def test_everybody_gets_the_same_bytes(client, member, briefing):
    issued(briefing)
    first = client.get(at("paper_pdf", briefing.pk)).content
    client.force_login(UserFactory(board=True))
    assert client.get(at("paper_pdf", briefing.pk)).content == first


def test_a_recall_stands_in_every_file_taken_out_after_it(
    client, member, briefing, release
):
    issued(briefing)
    before = read(client.get(at("paper_pdf", briefing.pk)).content).text
    Recall.objects.create(
        release=release, by=UserFactory(), why="A group was counted twice."
    )
    after = read(client.get(at("paper_pdf", briefing.pk)).content)
    assert "A group was counted twice." not in before
    assert "A group was counted twice." in after.text
    assert faults(after) == []
    word = Document(io.BytesIO(client.get(at("paper_docx", briefing.pk)).content))
    assert any("counted twice" in each.text for each in word.paragraphs)


def test_easy_read_is_offered_where_something_is_written_in_it(
    client, member, briefing, release
):
    issued(briefing)
    assert client.get(at("paper_easy", briefing.pk)).status_code == 404
    assert "easy read" not in client.get(at("paper", briefing.pk)).content.decode()
    other = BriefingFactory()
    section_of(other, "reach", release=release, **EASY)
    issued(other)
    assert "easy read" in client.get(at("paper", other.pk)).content.decode()
    easy = read(client.get(at("paper_easy", other.pk)).content)
    assert faults(easy) == []
    assert "We asked children." in easy.text


def test_members_take_out_nothing_that_is_not_issued(client, member, briefing):
    assert client.get(at("paper_pdf", briefing.pk)).status_code == 404
    approved(briefing)
    assert client.get(at("paper_pdf", briefing.pk)).status_code == 404
    assert client.get(at("preview_pdf", briefing.pk)).status_code in {403, 404}


def test_writers_look_at_the_files_before_the_board_does(client, briefing):
    client.force_login(UserFactory(worker=True))
    draft = client.get(at("preview_pdf", briefing.pk))
    assert faults(read(draft.content)) == []
    assert draft.headers["Content-Disposition"] == 'attachment; filename="draft.pdf"'
    assert (
        at("preview_docx", briefing.pk)
        in client.get(at("preview", briefing.pk)).content.decode()
    )
    approved(briefing)
    ready = client.get(at("preview_docx", briefing.pk))
    assert ready.headers["Content-Disposition"] == 'attachment; filename="paper.docx"'
    assert not BriefingOpening.objects.exists()


@pytest.mark.parametrize("name", ["paper", "preview"])
def test_where_no_pdf_can_be_made_the_page_says_so_and_prints(
    client, briefing, monkeypatch, name
):
    def without(*_):
        raise PaperNotMade("PDFs are not made here.")

    if name == "paper":
        issued(briefing)
    monkeypatch.setattr(making, "needs_typesetter", without)
    monkeypatch.setattr(making, "pdf_of", lambda *_, **__: without())
    client.force_login(UserFactory(worker=True))
    page = client.get(at(f"{name}_pdf", briefing.pk), follow=True)
    assert page.redirect_chain == [(at(name, briefing.pk), 302)]
    assert "PDFs are not made here. Print this page instead." in page.content.decode()
