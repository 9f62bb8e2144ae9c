"""From the sentences of an issued paper to what was asked, and on to what came of it."""

import io

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, a_paper, issued_on
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import ActionFactory, cited_theme
from tests.papers.reading import read
from voice.briefings.enums import SectionKind
from voice.briefings.logic.paper import sources_named
from voice.briefings.models import BriefingSection
from voice.briefings.papers.docx import docx_of
from voice.briefings.papers.pdf import pdf_of
from voice.briefings.queries.composed import composed
from voice.briefings.templatetags.papers import paper_body
from voice.releases.domain.recalls import recall_release
from voice.releases.models import Release

pytestmark = pytest.mark.django_db
ADDRESS = f"http://localhost:8000/board/sources/{'a1' * 32}/"


@pytest.fixture
def board(sign_in):
    return sign_in(UserFactory(board=True))


def links_of(page):
    return [link.get("href") for link in page.parsed.all("a")]


def test_each_source_of_a_paper_is_walked_to_the_question_and_the_promise(board):
    action = ActionFactory()
    evidence = cited_theme(action.area.key_theme, action=action)
    release = evidence.release
    reply = ReplyFactory(consultation=release.survey.consultation, published=True)
    PromiseFactory(reply=reply, action=action, text="You meet both at once.")
    paper = issued_on(release, evidence.key_theme)
    page = board.get(f"/board/briefings/{paper.pk}/")
    source = f"/board/sources/{release.content_hash}/"
    assert source in links_of(page)
    page = board.get(source)
    text = page.parsed.text()
    for said in (
        "What should your worker do more of?",
        "About 150 of 470 answered.",
        release.survey.consultation.decision_maker,
        "Workers keep changing · 45 (30%)",
        action.title,
        "You meet both at once.",
    ):
        assert said in text
    links = links_of(page)
    assert f"/board/evidence/{evidence.pk}/" in links
    assert [link for link in links if link.startswith("/desk/")] == []


def test_recalled_source_says_so_and_tells_nothing_more(board):
    evidence = cited_theme(ActionFactory().area.key_theme)
    release = evidence.release
    recall_release(release, why="Counted twice.", by=UserFactory(worker=True))
    text = board.get(f"/board/sources/{release.content_hash}/").parsed.text()
    assert "Why: Counted twice." in text
    assert "Workers keep changing" not in text


def test_source_that_was_altered_or_never_issued_is_not_shown(board):
    release = cited_theme(ActionFactory().area.key_theme).release
    address = f"/board/sources/{release.content_hash}/"
    release.tables["reach"]["missing"] = "unrepeatablewords"
    Release.objects.filter(pk=release.pk).update(tables=release.tables)
    page = board.get(address)
    assert "unrepeatablewords" not in page.parsed.source
    assert page.status_code == 500
    assert board.get(f"/board/sources/{'0' * 64}/").status_code == 404


def test_queries_of_the_walk_stay_few(board, django_assert_max_num_queries):
    action = ActionFactory()
    release = cited_theme(action.area.key_theme, action=action).release
    for number in range(4):
        PromiseFactory(reply=ReplyFactory(published=True), text=f"Promise {number}")
    with django_assert_max_num_queries(19):
        board.get(f"/board/sources/{release.content_hash}/")


def test_what_we_say_of_one_release_names_it_as_its_source():
    release = cited_theme(ActionFactory().area.key_theme).release
    briefing = BriefingFactory()
    BriefingSection.objects.create(
        briefing=briefing,
        position=1,
        kind=SectionKind.REACH,
        release=release,
        commentary="About 150 answered.\n\nWe ask on.",
        written_by=UserFactory(worker=True),
    )
    blocks = composed(briefing).paper["blocks"]
    ours = [block for block in blocks if block.get("ours")]
    assert [block["source"] for block in ours] == [1, 1]


def test_what_we_say_of_several_releases_names_each_of_them():
    first = cited_theme(ActionFactory().area.key_theme)
    second = cited_theme(first.key_theme)
    briefing = BriefingFactory()
    for position, (kind, release, said) in enumerate(
        [
            (SectionKind.COMMENTARY, None, "We heard about 150 children."),
            (SectionKind.REACH, first.release, "About 150 answered."),
            (SectionKind.KEY_THEME, None, "Workers keep changing."),
        ],
        start=1,
    ):
        BriefingSection.objects.create(
            briefing=briefing,
            position=position,
            kind=kind,
            release=release,
            key_theme=first.key_theme if kind == SectionKind.KEY_THEME else None,
            commentary=said,
            written_by=UserFactory(worker=True),
        )
    made = composed(briefing)
    assert made.releases == [first.release, second.release]
    ours = [block for block in made.paper["blocks"] if block.get("ours")]
    assert [sources_named(block) for block in ours] == [[1, 2], [1], [1, 2]]
    page = paper_body(made.paper)
    inside = Document(io.BytesIO(docx_of(made.paper)))
    for paragraph in inside.paragraphs:
        if "We heard about 150 children." in paragraph.text:
            following = paragraph._p.getnext()
    marks = following.xpath(".//w:hyperlink/@w:anchor")
    assert marks == ["source-1", "source-2"]
    ours_alone = page.split("We heard about 150 children.")[1].split("</p>")[0]
    assert [f'href="#source-{one}"' in ours_alone for one in (1, 2)] == [True, True]


def test_a_paper_says_itself_what_each_source_asked_and_how_many_answered():
    evidence = cited_theme(ActionFactory().area.key_theme)
    briefing = BriefingFactory()
    BriefingSection.objects.create(
        briefing=briefing,
        position=1,
        kind=SectionKind.RESULTS,
        release=evidence.release,
        written_by=UserFactory(worker=True),
    )
    paper = composed(briefing).paper
    word = "\n".join(
        each.text for each in Document(io.BytesIO(docx_of(paper))).paragraphs
    )
    printed = " ".join(read(pdf_of(paper)).text.split())
    for said in (
        "What should your worker do more of?",
        "150 of about 470 answered",
        "Those living outside Calderwick",
    ):
        assert said in paper_body(paper)
        assert said in word
        assert said in printed


def test_paper_for_readers_without_account_leads_nowhere_but_into_itself():
    outside = a_paper() | {"outside": True}
    document = Document(io.BytesIO(docx_of(outside)))
    kinds = [one.reltype for one in document.part.rels.values()]
    assert RELATIONSHIP_TYPE.HYPERLINK not in kinds
    inside = read(pdf_of(outside))
    notes = [note for page in inside.pdf.pages for note in page.get("/Annots", [])]
    assert notes
    assert [note for note in notes if "/URI" in note.get_object().get("/A", {})] == []


def test_paper_in_public_leads_to_no_page_of_the_board():
    assert "/board/" not in paper_body(a_paper())
    assert "/board/" in paper_body(a_paper(), walked=True)


def test_pdf_leads_from_each_sentence_to_its_source_and_on_to_the_board():
    inside = read(pdf_of(a_paper()))
    notes = [note for page in inside.pdf.pages for note in page.get("/Annots", [])]
    leads = [note.get_object() for note in notes]
    out = [str(one["/A"]["/URI"]) for one in leads if "/URI" in one.get("/A", {})]
    assert out == [ADDRESS]
    within = [one for one in leads if "/URI" not in one.get("/A", {})]
    named = [block for block in a_paper()["blocks"] if block.get("source")]
    assert len(within) == len(named)


def test_docx_leads_from_each_sentence_to_its_source_and_on_to_the_board():
    document = Document(io.BytesIO(docx_of(a_paper())))
    out = [
        one.target_ref
        for one in document.part.rels.values()
        if one.reltype == RELATIONSHIP_TYPE.HYPERLINK
    ]
    assert out == [ADDRESS]
    links = [link for each in document.paragraphs for link in each.hyperlinks]
    within = [link.fragment for link in links if link.fragment]
    named = [block for block in a_paper()["blocks"] if block.get("source")]
    assert within == ["source-1"] * len(named)
    marks = document.element.body.xpath("//w:bookmarkStart/@w:name")
    assert marks == ["source-1"]
