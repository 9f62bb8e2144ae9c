import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from surveys.enums import ResponseState
from surveys.models import Comment, Response
from surveys.queries.codes import found
from surveys.views.device import cookie_name
from tests.conftest import ReadingClient
from tests.surveys.views.conftest import hidden

pytestmark = pytest.mark.django_db


def code_on(page):
    return re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", page.content.decode())[0]


@pytest.fixture
def save(client):
    """Return a function that asks for a code on this device, and returns the page."""

    def saved(device=client, named=None):
        named = named or str(Response.objects.get().pk)
        return device.post("/s/save/", {"response": named})

    return saved


def test_saving_on_a_question_page_sends_that_page_first(start, send, client):
    page = send(start(), "yes", step="save")
    assert page.redirect_chain == [("/s/save/", 303)]
    assert page.parsed.heading == "Save and come back later"
    assert Response.objects.get().answers["know_worker"]["value"] == "yes"


def test_words_typed_are_sent_before_saving(start, send, client):
    start()
    send(client.get("/s/6/"), "plantedxyzzy", step="save")
    assert Comment.objects.get().read() == "plantedxyzzy"


def test_an_empty_page_is_no_trouble_when_saving(start, send):
    page = send(start(), step="save")
    assert page.redirect_chain == [("/s/save/", 303)]
    assert Response.objects.get().answers == {}


def test_a_refused_page_is_shown_again_before_saving(start, send, client):
    start()
    page = send(client.get("/s/6/"), "x" * 6000, step="save")
    assert page.status_code == 422
    assert page.parsed.all("textarea")[0].text == "x" * 6000


def test_every_page_on_the_way_offers_to_save(start, send, client):
    page = start()
    for answer in ["yes", ["texts"], "3", "7", "", "turn up"]:
        assert "Save and come back later" in page.parsed.text()
        page = send(page, answer)
    assert "Save and come back later" in page.parsed.text()


def test_the_code_is_shown_once_and_is_in_nothing_else(start, client, save):
    start()
    page = save()
    code = code_on(page)
    assert page.parsed.heading == "Your code"
    assert page.headers["Cache-Control"].split(", ")[0] == "no-store"
    assert found(code, at=timezone.now()).response == Response.objects.get()
    assert code not in str(client.cookies) + str(page.headers)
    assert save().status_code == 409


def test_saving_ends_the_session_on_this_device(start, client, save):
    start()
    before = client.cookies[cookie_name()].value
    save()
    assert client.cookies[cookie_name()].value != before
    assert client.get("/s/1/").status_code == 410


def test_a_page_lost_on_the_way_is_asked_for_again_with_another_code(
    start, client, save
):
    start()
    lost = client.cookies[cookie_name()].value
    first = code_on(save())
    client.cookies[cookie_name()] = lost
    second = code_on(save())
    assert first != second
    assert found(first, at=timezone.now()) is None
    assert found(second, at=timezone.now()) is not None


def test_the_cookie_of_before_opens_nothing_after_two_minutes(start, client, save):
    start()
    lost = client.cookies[cookie_name()].value
    save()
    client.cookies[cookie_name()] = lost
    with time_machine.travel(timezone.now() + timedelta(minutes=2, seconds=1)):
        assert client.get("/s/1/").status_code == 410


def test_the_day_that_is_said_is_the_day_that_holds(start, client, save, settings):
    settings.RETURN_CODE_DAYS = 3
    start()
    last_day = timezone.localdate() + timedelta(days=3)
    said = f"until the end of {last_day.day} {last_day:%B %Y}"
    assert said in client.get("/s/save/").parsed.text()
    page = save()
    assert said in page.parsed.text()
    until = Response.objects.get().return_until
    assert timezone.localdate(until - timedelta(seconds=30)) == last_day
    assert timezone.localdate(until + timedelta(seconds=30)) > last_day


def test_never_past_the_last_day_of_the_survey(start, client, save, settings, link):
    settings.RETURN_CODE_DAYS = 3650
    start()
    closes_on = link.survey.consultation.closes_on
    assert f"{closes_on.day} {closes_on:%B %Y}" in client.get("/s/save/").parsed.text()


def test_a_form_of_another_response_saves_nothing(start, client, save):
    start()
    page = save(named="00000000-0000-4000-8000-000000000000")
    assert page.status_code == 409
    assert Response.objects.get().return_hash is None


def test_with_nothing_open_there_is_nothing_to_save(client, db):
    assert client.get("/s/save/").status_code == 410
    assert client.post("/s/save/", {"response": "x"}).status_code == 409


def test_come_back_and_finished_is_one_response(start, send, client, save):
    send(start(), "yes")
    code = code_on(save())
    other = ReadingClient()
    other.post("/c/", {"code": code})
    named = str(Response.objects.get().pk)
    page = other.get("/s/2/")
    assert hidden(page, "question") == "what_helps"
    other.post(reverse("surveys:finish"), {"response": named})
    assert Response.objects.get().state == ResponseState.FINISHED
    assert found(code, at=timezone.now()) is None
