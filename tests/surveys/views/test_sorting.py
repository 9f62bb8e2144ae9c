import pytest
from django.urls import reverse

from tests.surveys.views.conftest import hidden
from voice.moderation.models import PracticalRequest

pytestmark = pytest.mark.django_db
SECRET = "plantedxyzzy bus pass"
FORM, SENT = "/s/sort-out/", "/s/sort-out/sent/"


def asked(client, words=SECRET, once=None):
    """Send the form as its page has it."""
    page = client.get(FORM)
    return client.post(
        FORM,
        {
            "once": once or hidden(page, "once"),
            "box1": words,
            "box2": "Sam, at Oak House",
        },
        follow=True,
    )


def test_last_page_offers_it_and_it_leads_back(client, start):
    start()
    page = client.get(reverse("surveys:finish"))
    assert FORM in page.content.decode()
    page = asked(client)
    assert page.request["PATH_INFO"] == SENT
    assert "planted" not in page.content.decode()
    assert reverse("surveys:finish") in page.content.decode()
    assert PracticalRequest.objects.get().words() == SECRET
    assert PracticalRequest.objects.get().reach() == "Sam, at Oak House"


def test_form_is_always_empty_and_a_refused_one_keeps_what_was_typed(client, start):
    start()
    asked(client)
    assert "planted" not in client.get(FORM).content.decode()
    page = asked(client, words=" ")
    assert page.status_code == 422
    assert "Sam, at Oak House" in page.content.decode()
    assert PracticalRequest.objects.count() == 1


def test_same_page_sent_twice_is_one_request(client, start):
    start()
    once = hidden(client.get(FORM), "once")
    asked(client, once=once)
    asked(client, once=once)
    assert PracticalRequest.objects.count() == 1


def test_device_that_answers_nothing_asks_nothing(client, link):
    page = client.post(FORM, {"once": "x", "box1": SECRET})
    assert "planted" not in page.content.decode()
    assert not PracticalRequest.objects.exists()
