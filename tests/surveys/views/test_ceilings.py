import re

import pytest
from django.test import Client
from django.urls import reverse

from surveys.models import Comment, Response
from surveys.views.ceilings import forget_counts
from tests.factories.every_kind import open_every_kind_link

pytestmark = pytest.mark.django_db

SCHOOL = "192.0.2.7"
PLANTED = 'plantedxyzzy "quoted"\nsecond line'


@pytest.fixture
def link():
    """Return a link to a survey of words."""
    return open_every_kind_link("do_more")


@pytest.fixture
def ceilings(settings):
    """Return a function that sets ceilings and begins to count anew."""

    def lowered(**wanted):
        for name, value in wanted.items():
            setattr(settings, name, value)
        forget_counts()

    return lowered


def start(device, link, **extra):
    """Press Start on the device; return the page that comes."""
    address = reverse("surveys:start", args=[link.token])
    return device.post(
        address, {"language": "en", "age_band": "11-17", "agreement": "yes"}, **extra
    )


def test_one_device_is_throttled_and_the_next_at_its_address_is_not(link, ceilings):
    script, child = Client(REMOTE_ADDR=SCHOOL), Client(REMOTE_ADDR=SCHOOL)
    ceilings(DEVICE_AT_ONCE=2, DEVICE_A_SECOND=0.001)
    start(script, link)
    start(child, link)
    assert [script.get("/s/1/").status_code for _ in range(4)] == [200, 200, 429, 429]
    assert child.get("/s/1/").status_code == 200
    # Another address does not help who holds the same secret.
    assert script.get("/s/1/", REMOTE_ADDR="198.51.100.9").status_code == 429


def test_address_is_nothing_that_is_counted(link, ceilings):
    ceilings(DEVICE_AT_ONCE=2, DEVICE_A_SECOND=0.001)
    for _ in range(20):
        phone = Client(REMOTE_ADDR=SCHOOL, HTTP_X_FORWARDED_FOR=SCHOOL)
        assert start(phone, link).status_code == 302
        assert phone.get("/s/1/").status_code == 200
    assert Response.objects.count() == 20


def test_what_was_typed_is_given_back_and_sent_from_the_page_that_says_to_wait(
    link, client, ceilings
):
    start(client, link)
    response = Response.objects.get()
    ceilings(DEVICE_AT_ONCE=1, DEVICE_A_SECOND=0.001)
    client.get("/s/1/")
    sent = {"response": response.pk, "question": "do_more", "answer": PLANTED}
    page = client.post("/s/1/", sent | {"step": "next", "may_quote": "yes"})
    assert (page.status_code, Comment.objects.count()) == (429, 0)
    assert int(page.headers["Retry-After"]) > 1
    assert page.parsed.heading == "Please wait a moment"
    given = {
        one.get("name"): one.get("value")
        for one in page.parsed.all("input")
        if one.get("form") is None
        and one.get("name") not in {"csrfmiddlewaretoken", "looks", "back"}
    }
    assert given == {name: str(value) for name, value in sent.items()} | {
        "step": "next",
        "may_quote": "yes",
    }
    forget_counts()
    ceilings(DEVICE_AT_ONCE=10)
    assert client.post("/s/1/", given).status_code == 303
    assert Comment.objects.get().read() == PLANTED


def test_all_together_reach_a_ceiling_and_the_way_out_and_help_never(
    link, client, ceilings
):
    start(client, link)
    ceilings(ANSWERING_AT_ONCE=1, ANSWERING_A_SECOND=0.001)
    client.get("/s/1/")
    for refused in (
        client.get("/s/1/"),
        client.post("/s/1/", {}),
        client.get(reverse("surveys:start", args=[link.token])),
        client.post(reverse("surveys:start", args=[link.token])),
        client.get("/s/finish/"),
    ):
        assert refused.status_code == 429
        assert re.search("Please wait a moment", refused.content.decode())
    assert client.get("/s/help/").status_code == 200
    assert client.post("/s/exit/").status_code == 303
    assert client.get("/s/away/").status_code == 200


def test_page_that_asks_to_wait_asks_nothing_of_the_database_and_says_who_helps(
    link, client, ceilings, django_assert_num_queries
):
    start(client, link)
    ceilings(ANSWERING_AT_ONCE=1, ANSWERING_A_SECOND=0.001)
    client.get("/s/1/")
    with django_assert_num_queries(0):
        shown = client.get("/s/1/")
        sent = client.post("/s/1/", {"question": "do_more", "answer": PLANTED})
    for page in (shown, sent):
        assert page.status_code == 429
        numbers = [one.get("href") for one in page.parsed.all("a") if one.get("href")]
        assert {"tel:999", "tel:08001111", "tel:116123"} <= set(numbers)


def test_page_asks_again_by_itself_only_where_nothing_was_typed(link, client, ceilings):
    start(client, link)
    ceilings(ANSWERING_AT_ONCE=1, ANSWERING_A_SECOND=0.05)
    client.get("/s/1/")
    shown = client.get("/s/1/")
    # After twenty seconds there is room for one; some wait a little longer.
    assert 20 <= int(shown.headers["Refresh"]) < 31
    assert int(shown.headers["Refresh"]) >= int(shown.headers["Retry-After"])
    sent = client.post("/s/1/", {"question": "do_more", "answer": PLANTED})
    assert "Refresh" not in sent.headers
