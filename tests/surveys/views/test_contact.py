import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from surveys import wants_contact
from tests.surveys.views.conftest import hidden
from tests.surveys.views.test_answering import answered_all
from voice.moderation.models import Concern, ContactDetails

pytestmark = pytest.mark.django_db

CONTACT = "/s/contact/"
SAID = {
    "box1": "zanzibar",
    "box2": "quagga 07700 900222",
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
    for word in ("zanzibar", "quagga", "okapi", "bonobo"):
        assert word not in page.parsed.source
    concern = Concern.objects.get()
    assert concern.words() == "bonobo <b>"
    assert ContactDetails.objects.get().read() == {
        "called": "zanzibar",
        "how": "quagga 07700 900222",
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
    assert [text.strip() for text in boxes] == ["", "", ""]
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
    for word in ("okapi", "bonobo <b>"):
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
