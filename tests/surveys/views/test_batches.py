import csv
import io

import pytest
from django.urls import reverse

from surveys.domain.answering import finish_response
from surveys.domain.invitation_codes import make_batch, start_by_code
from surveys.enums import CodeKind, CodesOut, CodeState
from surveys.logic.personal_codes import signs_of
from surveys.models import AskedGroup, CodeBatch, Invitation, InvitationCode
from surveys.queries.responses import code_hash
from tests.factories.accounts import UserFactory
from tests.factories.answering import whole_definition
from tests.factories.council import CouncilFactory
from tests.factories.surveys import DEFINITION, EditionFactory

pytestmark = pytest.mark.django_db
KNOWN = DEFINITION | {"mode": "known_to_worker"}


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def desk(sign_in, worker):
    CouncilFactory()
    return sign_in(worker)


def at(name, way):
    return reverse(f"surveys:{name}", args=[way.survey.slug, way.pk])


def made(worker, *, definition=None, size=10):
    edition = EditionFactory(definition=definition or DEFINITION)
    return make_batch(edition.survey, size=size, by=worker, label="Care leavers")


def row(code):
    hashed = code_hash(CodeKind.INVITATION, signs_of(code))
    return InvitationCode.objects.get(code_hash=hashed)


def test_worker_makes_a_batch_and_says_who_is_asked(desk):
    survey = EditionFactory().survey
    page = desk.post(
        reverse("surveys:make_batch", args=[survey.slug]),
        {"size": 12, "label": "Letters", "asked": "Year 9: 7\nYear 10, 5\n"},
        follow=True,
    )
    way = Invitation.objects.get(kind="codes")
    assert page.redirect_chain[-1][0] == at("way_in", way)
    assert way.codes.count() == 12
    groups = dict(AskedGroup.objects.values_list("group", "asked"))
    assert groups == {"Year 9": 7, "Year 10": 5}
    assert "0 of 12 used" in page.parsed.text()


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ({"size": 9}, "Make from 10 to 10000 codes."),
        ({"size": ""}, "Say how many."),
        ({"expires_on": "2020-01-01"}, "Choose today or a later day."),
        ({"asked": "Year 9: many"}, "End this line with how many were asked"),
        ({"asked": "Year 9: 4\nYear 9: 5"}, "Name each group once."),
        ({"asked": "x" * 61 + ": 5"}, "Name a group in at most 60 signs."),
    ],
)
def test_refused_batch_keeps_what_was_typed(desk, said, trouble):
    survey = EditionFactory().survey
    data = {"size": 12, "label": "Planted label", "asked": ""} | said
    page = desk.post(reverse("surveys:make_batch", args=[survey.slug]), data)
    assert page.status_code == 422
    assert trouble in page.parsed.text()
    assert "Planted label" in page.content.decode()
    assert not Invitation.objects.exists()


def test_table_has_code_and_link_and_nothing_else_and_comes_once(desk, worker):
    way = made(worker)
    page = desk.post(at("take_out_codes", way), {"out": "table"})
    assert page.headers["Content-Disposition"] == 'attachment; filename="codes.csv"'
    assert page.headers["Cache-Control"] == "no-store"
    head, *rows = csv.reader(io.StringIO(page.content.decode()))
    assert head == ["code", "link"]
    assert len(rows) == 10
    for code, link in rows:
        assert link == f"http://testserver/c/#{code}"
        assert row(code).invitation == way
        assert code[0].isalnum()
    again = desk.post(at("take_out_codes", way), {"out": "table"}, follow=True)
    assert "These codes are no longer here." in again.parsed.text()
    assert rows[0][0] not in again.content.decode()


def test_table_has_numbers_where_a_worker_knows(desk, worker):
    way = made(worker, definition=KNOWN, size=2)
    page = desk.post(at("take_out_codes", way), {"out": "table"})
    head, first, second = csv.reader(io.StringIO(page.content.decode()))
    assert head == ["number", "code", "link"]
    assert (first[0], second[0]) == ("1", "2")
    assert row(second[1]).number == 2


@pytest.mark.parametrize("out", ["letters", "slips"])
def test_paper_has_each_code_once_with_its_picture_and_the_honest_sentences(
    desk, worker, out
):
    way = made(worker)
    page = desk.post(at("take_out_codes", way), {"out": out})
    text = page.parsed.text()
    codes = [
        page.parsed.text(p)
        for p in page.parsed.all("p")
        if "letter-signs" in (p.get("class") or "")
    ]
    assert len(set(codes)) == len(page.parsed.all("img")) == 10
    assert {row(code).invitation for code in codes} == {way}
    assert text.count("nothing joins it to your answers") == 10
    assert text.count("testserver/c") == 10
    assert text.count("0800 1111") == 10
    assert "Number" not in text
    assert "Care leavers" not in text
    assert CodeBatch.objects.get().taken_out_as == out


def test_letters_are_wholly_in_the_language_chosen(desk, worker):
    way = made(worker, definition=whole_definition())
    page = desk.post(at("take_out_codes", way), {"out": "letters", "language": "ur"})
    (main,) = page.parsed.all("main")
    assert (main.get("lang"), main.get("dir")) == ("ur", "rtl")
    assert "میرا سوشل ورکر" in page.parsed.text(main)


def test_letters_say_who_knows_and_the_number(desk, worker):
    way = made(worker, definition=KNOWN, size=2)
    text = desk.post(at("take_out_codes", way), {"out": "letters"}).parsed.text()
    assert text.count("may know which answers are yours") == 2
    assert "Number 2" in text
    assert "nothing joins it" not in text


def test_what_cannot_be_drawn_was_not_taken_out(desk, worker, monkeypatch):
    way = made(worker)

    def breaks(address):
        raise ValueError("out of ink")

    monkeypatch.setattr("surveys.views.batches.small_code_of", breaks)
    with pytest.raises(ValueError, match="out of ink"):
        desk.post(at("take_out_codes", way), {"out": "letters"})
    assert CodeBatch.objects.get().sealed_codes is not None


def test_too_many_for_letters_says_what_to_do(desk, worker):
    way = made(worker, size=501)
    page = desk.post(at("take_out_codes", way), {"out": "letters"}, follow=True)
    assert "At most 500 can be printed like this." in page.parsed.text()
    page = desk.post(at("take_out_codes", way), {"out": ""}, follow=True)
    assert "Choose letters, slips or a table." in page.parsed.text()
    assert CodeBatch.objects.get().sealed_codes is not None


def test_unnamed_batch_tells_of_no_code_and_no_number_of_today(desk, worker):
    way = made(worker)
    page = desk.post(at("take_out_codes", way), {"out": "table"})
    code = page.content.decode().splitlines()[1].split(",")[0]
    before = desk.get(at("way_in", way)).content.decode()
    done = start_by_code(row(code), language="en", age_band="11-17")
    finish_response(done.response)
    tokens = ("csrfmiddlewaretoken", "nonce")
    after = desk.get(at("way_in", way)).content.decode()

    def still(page):
        return [
            line for line in page.splitlines() if not any(t in line for t in tokens)
        ]

    assert still(before) == still(after)
    listed = desk.get(reverse("surveys:invitations", args=[way.survey.slug]))
    assert "0 finished and 0 under way" in listed.parsed.text()


def test_code_that_came_back_is_taken_back_whatever_it_was_and_no_more_is_told(
    desk, worker
):
    way = made(worker)
    page = desk.post(at("take_out_codes", way), {"out": "table"})
    codes = [line.split(",")[0] for line in page.content.decode().splitlines()[1:]]
    finish_response(
        start_by_code(row(codes[0]), language="en", age_band="11-17").response
    )
    told = []
    for code in codes[:2]:
        page = desk.post(at("take_code_back", way), {"code": code}, follow=True)
        told.append(page.parsed.text())
    assert told[0] == told[1]
    assert row(codes[1]).state == CodeState.REVOKED
    page = desk.post(at("take_code_back", way), {"code": "K7QM-typed"})
    assert page.status_code == 422
    assert "K7QM-typed" in page.content.decode()


def test_numbered_codes_are_listed_by_number_a_hundred_a_page(
    desk, worker, django_assert_max_num_queries
):
    way = made(worker, definition=KNOWN, size=250)
    with django_assert_max_num_queries(25):
        page = desk.get(at("way_in", way), {"page": 3})
    listed = [page.parsed.text(b) for b in page.parsed.all("b")]
    assert [one for one in listed if one.isdigit()] == [str(n) for n in range(201, 251)]


def test_open_link_has_no_codes_to_take_out(desk, link):
    assert desk.post(at("take_out_codes", link), {"out": "table"}).status_code == 404
    assert desk.get(at("take_code_back", link)).status_code == 404


def test_every_way_codes_are_taken_out_is_offered(desk, worker):
    page = desk.get(at("way_in", made(worker)))
    offered = {
        one.get("value") for one in page.parsed.all("input") if one.get("name") == "out"
    }
    assert offered == set(CodesOut.values)
