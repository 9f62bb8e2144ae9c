import json
import sys
import zipfile
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.domain.counting import roll_up_all
from tests.factories.accounts import UserFactory
from tests.factories.packs import QUOTE, a_loop, a_pack, unanswered
from tests.factories.releases import AnsweredSurveyFactory, answer
from tests.house.test_canary import HELPED, NO, TRUE, YES, true_numbers_in
from tests.house.test_nothing_moves import cited
from voice.audit.queries import entries
from voice.briefings.logic.paper import told_in
from voice.briefings.models import Pack
from voice.releases.citing import citing
from voice.releases.domain.recalls import recall_release

pytestmark = pytest.mark.django_db

LIST, NEW = "/desk/pack/", "/desk/pack/new/"


@pytest.fixture
def worker(sign_in):
    """Return the client of a worker who signed in."""
    return sign_in(UserFactory(worker=True))


def chosen(in_days, **more):
    """Return what the form sends for the last year."""
    return {
        "since": in_days(-365).isoformat(),
        "until": in_days(0).isoformat(),
    } | more


def test_without_a_pack_the_list_says_what_to_do(worker):
    page = worker.get(LIST)
    assert "No pack has been made yet" in page.parsed.text()
    assert NEW in page.content.decode()


def test_worker_looks_before_anything_is_kept_and_reads_what_is_missing_first(
    worker, in_days
):
    loop = a_loop()
    unanswered()
    page = worker.post(NEW, chosen(in_days, do="look"))
    text = page.parsed.text()
    assert text.index("What is missing") < text.index(loop.consultation.title)
    assert "Nobody has been told what came of “A good day”." in text
    assert not Pack.objects.exists()
    assert not entries(verb="briefings.make_pack").exists()


def test_worker_makes_what_was_looked_at_and_reads_it(worker, in_days):
    a_loop()
    page = worker.post(NEW, chosen(in_days, do="make"), follow=True)
    made = Pack.objects.get()
    assert page.redirect_chain == [(f"/desk/pack/{made.pk}/", 302)]
    text = page.parsed.text()
    for said in (QUOTE, "Workers keep changing", "150", "Source 1", made.content_hash):
        assert said in text
    assert [one.details for one in entries(verb="briefings.open_pack")] == [
        {"how": "page"}
    ]
    assert f"/desk/pack/{made.pk}/" in worker.get(LIST).content.decode()


def test_choosing_again_keeps_what_was_chosen(worker, in_days):
    loop = a_loop()
    page = worker.post(
        NEW,
        chosen(
            in_days,
            do="change",
            since=in_days(-40).isoformat(),
            key_themes=[loop.key_theme.pk],
        ),
    )
    words = page.content.decode()
    assert f'value="{in_days(-40).isoformat()}"' in words
    assert "checked" in words


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"until": "2999-01-01"}, "Choose today or a day before it."),
        ({"since": "2020-02-02", "until": "2020-02-01"}, "Choose the first day"),
        ({"since": "soon"}, "Enter a valid date."),
    ],
)
def test_a_wrong_period_is_refused_with_what_was_typed(worker, in_days, wrong, said):
    page = worker.post(NEW, chosen(in_days, do="make", **wrong))
    assert page.status_code == 422
    assert said in page.parsed.text()
    assert not Pack.objects.exists()


def test_a_recalled_release_is_left_out_of_a_pack_made_before(worker, in_days):
    loop = a_loop()
    made = a_pack()
    recall_release(loop.release, why="A class answered twice.", by=made.made_by)
    page = worker.get(f"/desk/pack/{made.pk}/")
    text = page.parsed.text()
    assert "A class answered twice." in text
    for gone in (QUOTE, "Workers keep changing", "Moves come with no warning"):
        assert gone not in text
    assert "Old and new worker visit together" in text
    source = page.parsed.source.split('id="source-1"')[1].split("</li>")[0]
    assert "answered" not in source
    assert "Asked:" not in source


def test_who_recalls_a_release_is_told_of_the_packs_that_stand_on_it():
    loop = a_loop()
    made = a_pack()
    assert reverse("briefings:pack", args=[made.pk]) in [
        one.href for one in citing(loop.release)
    ]


def test_a_pack_that_is_not_there_is_missing(worker):
    assert worker.get("/desk/pack/999999/").status_code == 404


def test_no_true_count_is_in_a_pack(worker, in_days):
    survey = AnsweredSurveyFactory(yes=YES, no=NO)
    answer(survey, yes=HELPED, age_band="8-11", company="helping")
    roll_up_all(timezone.now())
    cited(survey)
    worker.post(NEW, chosen(in_days, do="make"))
    made = Pack.objects.get()
    page = worker.get(f"/desk/pack/{made.pk}/")
    assert "Do you know your worker?" in page.parsed.text()
    assert true_numbers_in(page.content) == set()
    assert [one for one in TRUE if str(one) in json.dumps(made.paper)] == []


def test_answers_after_a_pack_was_made_change_nothing_on_its_page_or_on_a_new_look(
    worker, in_days
):
    survey = AnsweredSurveyFactory(closed=False)
    cited(survey)
    made = a_pack()
    looked = chosen(in_days, do="look")
    before = worker.post(NEW, looked).parsed.text()
    read = worker.get(f"/desk/pack/{made.pk}/").parsed.text()
    answer(survey, yes=3, no=16)
    roll_up_all(timezone.now())
    assert worker.post(NEW, looked).parsed.text() == before
    assert worker.get(f"/desk/pack/{made.pk}/").parsed.text() == read


def test_the_list_takes_few_queries_however_many_there_are(
    worker, django_assert_max_num_queries
):
    for _one in range(3):
        a_pack()
    with django_assert_max_num_queries(12):
        worker.get(LIST)


@pytest.mark.parametrize(
    ("kind", "begins", "name"),
    [
        ("pdf", b"%PDF-", "pack.pdf"),
        ("large-print", b"%PDF-", "pack-large-print.pdf"),
        ("docx", b"PK", "pack.docx"),
    ],
)
def test_a_pack_is_handed_over_as_a_file_that_says_every_figure(
    worker, kind, begins, name
):
    a_loop()
    made = a_pack()
    page = worker.get(f"/desk/pack/{made.pk}/{kind}/")
    assert page.content.startswith(begins)
    assert page.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert [one.details for one in entries(verb="briefings.open_pack")] == [
        {"how": kind}
    ]


def test_a_word_file_of_a_pack_says_the_same_figures_as_its_page(worker):
    a_loop()
    made = a_pack()
    content = worker.get(f"/desk/pack/{made.pk}/docx/").content
    with zipfile.ZipFile(BytesIO(content)) as packed:
        said = packed.read("word/document.xml").decode()
    page = worker.get(f"/desk/pack/{made.pk}/").parsed.text()
    told = told_in(made.paper)
    assert len(told) > 10
    assert [one for one in told if one not in said or one not in page] == []


def test_a_pack_leads_into_no_room_that_inspectors_cannot_enter(worker):
    a_loop()
    made = a_pack()
    content = worker.get(f"/desk/pack/{made.pk}/docx/").content
    with zipfile.ZipFile(BytesIO(content)) as packed:
        everything = b"".join(map(packed.read, packed.namelist())).decode()
    assert "/board/" not in everything
    assert "/desk/" not in everything
    assert "of about 470 answered" in everything.split("Source 1: ")[1]
    assert "What should your worker do more of?" in everything.split("Source 1: ")[1]


def test_where_no_pdf_can_be_made_the_page_says_so_and_prints(worker, monkeypatch):
    made = a_pack()
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    page = worker.get(f"/desk/pack/{made.pk}/pdf/", follow=True)
    assert page.redirect_chain == [(f"/desk/pack/{made.pk}/", 302)]
    assert "Print this page instead." in page.parsed.text()


def test_contents_lead_to_the_sources_only_where_there_are_any(worker):
    empty = worker.get(f"/desk/pack/{a_pack().pk}/").content.decode()
    assert "#sources" not in empty
    a_loop()
    whole = worker.get(f"/desk/pack/{a_pack().pk}/")
    assert 'href="#sources"' in whole.content.decode()
    assert "Source 1: Release 1 of “Where I live”" in whole.parsed.text()
