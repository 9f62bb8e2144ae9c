import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from surveys import wants_contact
from surveys.models import Response
from tests.factories.every_kind import open_every_kind_link
from tests.surveys.views.conftest import hidden
from tests.surveys.views.test_answering import answered_all
from voice.moderation.models import Concern, ContactDetails

pytestmark = pytest.mark.django_db

CONTACT = "/s/contact/"
SAID = {
    "box1": "zanzibar",
    "box2": "quagga 07700 900222",
    "box5": "tapir",
    "box3": "okapi",
    "box4": "bonobo <b>",
}


def tell(client, page=None, **more):
    """Send the form that the contact page shows now."""
    page = page or client.get(CONTACT)
    return client.post(CONTACT, {"once": hidden(page, "once"), **SAID, **more})


def test_it_is_offered_on_the_last_page_and_after_the_end(start, send, client):
    page = answered_all(start, send)
    assert CONTACT in page.parsed.source
    page = send(page)
    assert page.parsed.heading == "Thank you"
    assert CONTACT in page.parsed.source


def test_a_wish_before_finishing_is_a_concern_and_the_answers_go_on(
    start, send, client, link
):
    last = answered_all(start, send)
    page = tell(client)
    assert (page.status_code, page.headers["Location"]) == (303, "/s/contact/sent/")
    page = client.get("/s/contact/sent/")
    assert page.parsed.heading == "It is sent"
    for word in ("zanzibar", "quagga", "tapir", "okapi", "bonobo"):
        assert word not in page.parsed.source
    concern = Concern.objects.get()
    assert concern.words() == "bonobo <b>"
    assert ContactDetails.objects.get().read() == {
        "called": "zanzibar",
        "how": "quagga 07700 900222",
        "who_sees": "tapir",
        "when": "okapi",
    }
    assert (concern.survey, concern.way_in_label) == (link.survey, "Library wall")
    assert send(last).parsed.heading == "Thank you"


def test_a_wish_after_the_end_works_while_the_thank_you_page_does(start, send, client):
    send(answered_all(start, send))
    form = client.get(CONTACT)
    assert tell(client, form).status_code == 303
    assert client.get("/s/contact/sent/").parsed.heading == "It is sent"
    assert client.get("/s/thanks/").parsed.heading == "Thank you"
    assert Concern.objects.get().language == "en"
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert client.get(CONTACT).status_code == 410
        assert tell(client, form).status_code == 410
    assert Concern.objects.count() == 1


def test_the_next_person_on_the_phone_finds_an_empty_form(start, send, client):
    answered_all(start, send)
    tell(client)
    page = client.get(CONTACT)
    boxes = [box.text or "" for box in page.parsed.all("textarea")]
    assert [text.strip() for text in boxes] == ["", "", "", ""]
    (name,) = [one for one in page.parsed.all("input") if one.get("name") == "box1"]
    assert not name.get("value")
    for word in ("zanzibar", "quagga", "okapi", "bonobo"):
        assert word not in page.parsed.source


def test_sending_changes_the_cookie_and_not_what_it_opens(start, send, client):
    answered_all(start, send)
    before = client.cookies["questions"].value
    tell(client)
    after = client.cookies["questions"].value
    assert before != after
    late = Client()
    late.cookies["questions"] = before
    assert late.get("/s/finish/").status_code == 200
    for value in (before, after):
        assert "zanzibar" not in value


def test_after_leaving_nothing_is_asked_or_shown(start, send, client):
    answered_all(start, send)
    form = client.get(CONTACT)
    client.post(reverse("surveys:exit"))
    assert client.get(CONTACT).status_code == 410
    assert tell(client, form).status_code == 410
    assert client.get("/s/contact/sent/").status_code == 410
    assert not Concern.objects.exists()


def test_the_same_page_sent_twice_is_one_wish(start, send, client):
    answered_all(start, send)
    form = client.get(CONTACT)
    tell(client, form)
    tell(client, form)
    assert Concern.objects.count() == 1


def test_without_a_way_to_reach_them_it_is_refused_and_all_that_was_typed_kept(
    start, send, client
):
    answered_all(start, send)
    page = tell(client, box2=" ")
    assert page.status_code == 422
    assert "Without it we cannot find you" in page.parsed.text()
    for word in ("tapir", "okapi", "bonobo <b>"):
        assert word in page.parsed.text()
    assert 'value="zanzibar"' in page.parsed.source
    assert not Concern.objects.exists()


def test_too_much_is_refused_kindly_and_nothing_typed_is_lost(start, send, client):
    answered_all(start, send)
    page = tell(client, box2="x" * 501)
    assert page.status_code == 422
    assert "a little shorter" in page.parsed.text()
    assert "x" * 501 in page.parsed.text()


def test_a_form_without_its_random_id_changes_nothing(start, send, client):
    answered_all(start, send)
    for once in ("", "1", "zzz"):
        assert client.post(CONTACT, SAID | {"once": once}).status_code == 422
    assert not Concern.objects.exists()


def test_it_says_honestly_that_nobody_can_find_them(start, send, client, link):
    answered_all(start, send)
    text = client.get(CONTACT).parsed.text()
    assert "we cannot find you unless you tell us how" in text
    assert "not put together with your answers" in text
    assert "999" in text
    assert "0800 1111" in text
    link.survey.mode = "known_to_worker"
    type(link.survey).objects.filter(pk=link.survey.pk).update(mode="known_to_worker")
    text = client.get(CONTACT).parsed.text()
    assert "cannot find you unless" not in text
    assert "Please tell us how to reach you safely" in text


def test_it_speaks_their_language(start, send, client):
    answered_all(start, send, language="ur")
    page = client.get(CONTACT)
    html = page.parsed.all("html")[0]
    assert (html.get("lang"), html.get("dir")) == ("ur", "rtl")
    tell(client)
    assert Concern.objects.get().language == "ur"


def test_script_is_told_where_to_go_on(start, send, client):
    answered_all(start, send)
    form = client.get(CONTACT)
    answer = client.post(
        CONTACT,
        {"once": hidden(form, "once"), **SAID},
        headers={"accept": "application/json"},
    )
    assert answer.json() == {"next": "/s/contact/sent/"}


def test_nothing_is_offered_where_nobody_receives_it(start, send, client, monkeypatch):
    monkeypatch.setattr(wants_contact, "_registered", {})
    page = answered_all(start, send)
    assert CONTACT not in page.parsed.source
    assert client.get(CONTACT).status_code == 410


def test_no_browser_remembers_what_is_typed(start, send, client):
    answered_all(start, send)
    page = client.get(CONTACT)
    assert "no-store" in page.headers["Cache-Control"]
    boxes = page.parsed.all("textarea")
    assert {box.get("autocomplete") for box in boxes} == {"off"}
    for box in boxes:
        assert re.fullmatch(r"box\d", box.get("name"))


def words_page(start, send, client):
    """Answer all but the question in words, and return its page."""
    page = start()
    for answer in ("yes", ["texts"], "3", "7", ""):
        page = send(page, answer)
    return page


def test_it_is_offered_at_the_foot_of_every_question(start, send):
    page = start()
    for answer in ("yes", ["texts"], "3", "7", "", "turn up"):
        buttons = [page.parsed.text(one) for one in page.parsed.all("button")]
        assert buttons[-1] == "I want someone to contact me"
        page = send(page, answer)


def test_asking_in_the_middle_keeps_what_was_typed_and_comes_back_to_it(
    start, send, client
):
    page = words_page(start, send, client)
    page = send(page, "half a thought", step="contact")
    assert page.redirect_chain == [("/s/contact/6/", 303)]
    assert 'href="/s/6/"' in page.parsed.source
    sent = client.post(
        "/s/contact/6/", {"once": hidden(page, "once"), **SAID}, follow=True
    )
    assert sent.redirect_chain == [("/s/contact/sent/6/", 303)]
    assert "You come back to the page you were on." in sent.parsed.text()
    assert 'href="/s/6/"' in sent.parsed.source
    assert client.get("/s/6/").parsed.all("textarea")[0].text == "half a thought"
    assert Concern.objects.count() == 1


def test_asking_before_answering_keeps_no_answer(start, send, client):
    page = send(start(), step="contact")
    assert page.redirect_chain == [("/s/contact/1/", 303)]
    assert Response.objects.get().answers == {}


def test_words_that_cannot_be_kept_stay_on_the_page_and_are_not_lost(
    start, send, client
):
    page = words_page(start, send, client)
    page = send(page, "a" * 5001, step="contact")
    assert page.status_code == 422
    assert page.parsed.all("textarea")[0].text == "a" * 5001


def test_a_choice_that_contradicts_itself_never_stands_in_the_way(begin_with, client):
    page = begin_with("since")
    data = {
        "response": hidden(page, "response"),
        "question": "since",
        "year": "2020",
        "instead": "~not_sure",
        "step": "contact",
    }
    assert client.post("/s/1/", data).headers["Location"] == "/s/contact/1/"
    assert Response.objects.get().answers == {}


@pytest.fixture
def begin_with(client):
    """Return a function that starts a survey of the questions `keys` alone."""

    def begun(*keys):
        link = open_every_kind_link(*keys)
        said = {"language": "en", "age_band": "11-17", "agreement": "yes"}
        return client.post(f"/a/{link.token}/", said, follow=True)

    return begun


@pytest.mark.parametrize(
    ("hour", "said"),
    [(10, "Somebody is here to read until 5pm today."), (20, "Nobody is reading")],
)
def test_it_says_whether_anybody_reads_now(start, client, link, hour, said):
    moment = datetime(2026, 3, 16, hour, tzinfo=UTC)
    consultation = link.survey.consultation
    consultation.opens_on = consultation.closes_on = moment.date()
    consultation.reply_due_on = moment.date() + timedelta(days=30)
    consultation.save()
    with time_machine.travel(moment, tick=False):
        start()
        assert said in client.get(CONTACT).parsed.text()
