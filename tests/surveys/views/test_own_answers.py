import pytest

from surveys.models import Response
from surveys.views.device import cookie_name
from tests.conftest import ReadingClient

pytestmark = pytest.mark.django_db
SAID = ["yes", ["texts"], "3", "7", "", "plantedxyzzy\n<b>me</b>"]


@pytest.fixture
def answered(start, send):
    """Answer every question; return the last page."""
    page = start()
    for answer in SAID:
        page = send(page, answer)
    return page


def ask(client, **options):
    named = str(Response.objects.get().pk)
    return client.post("/s/answers/", {"response": named}, **options)


def test_a_copy_is_shown_when_the_button_asks(answered, client):
    assert "See my answers" in answered.parsed.text()
    page = ask(client)
    assert [page.parsed.text(one) for one in page.parsed.all("dd")] == [
        "Yes",
        "Texts",
        "Happy",
        "7, where 0 is “not safe” and 10 is “very safe”",
        "plantedxyzzy <b>me</b>",
    ]
    assert page.headers["Cache-Control"].split(", ")[0] == "no-store"
    assert page.parsed.title == "Questions"


def test_the_address_alone_shows_nothing(answered, client):
    page = client.get("/s/answers/")
    assert page.status_code == 200
    assert "plantedxyzzy" not in page.content.decode()
    assert page.parsed.all("dd") == []


def test_nothing_is_shown_after_finish(answered, client, send):
    named = str(Response.objects.get().pk)
    before = client.cookies[cookie_name()].value
    send(answered)
    assert client.post("/s/answers/", {"response": named}).status_code == 409
    client.cookies[cookie_name()] = before
    assert client.post("/s/answers/", {"response": named}).status_code == 409
    assert client.get("/s/answers/").status_code == 410


def test_another_device_is_shown_nothing(answered):
    assert ask(ReadingClient()).status_code == 409


def test_a_page_of_another_response_is_shown_nothing(answered, client):
    named = "00000000-0000-4000-8000-000000000000"
    page = client.post("/s/answers/", {"response": named})
    assert page.status_code == 409


def test_what_was_skipped_or_taken_back_is_no_answer(answered, client, send):
    send(client.get("/s/6/"), step="skip")
    page = ask(client)
    assert "plantedxyzzy" not in page.content.decode()
    assert page.parsed.text(page.parsed.all("dd")[-1]) == "No answer"


def test_showing_a_copy_takes_few_queries(
    answered, client, django_assert_max_num_queries
):
    ask(client)
    with django_assert_max_num_queries(8):
        ask(client)
