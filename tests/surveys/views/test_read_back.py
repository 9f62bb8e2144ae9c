import pytest
from django.urls import reverse

from surveys.domain.assisted import begin_assisted
from surveys.enums import HelpedBy, HelpGiven
from surveys.models import Response
from surveys.views.device import cookie_name
from tests.factories.accounts import UserFactory
from tests.surveys.views.conftest import hidden

pytestmark = pytest.mark.django_db

WORDS = "plantedxyzzy is what I said"


@pytest.fixture
def typed(client, link):
    """Return a response that is typed for somebody, on the device of `client`."""
    begun = begin_assisted(
        link.survey,
        by=UserFactory(worker=True),
        language="en",
        age_band="11-17",
        helped_by=HelpedBy.WORKER,
        help_given=[HelpGiven.TYPED],
    )
    client.cookies[cookie_name()] = begun.capability
    return begun.response


def page_of(client, number):
    return client.get(reverse("surveys:step", args=[number]))


def walk(client, send):
    """Answer the first and the last question, and skip the others."""
    page = send(page_of(client, 1), "yes")
    for _page in range(12):
        if b'name="question"' not in page.content:
            break
        if "<textarea" in page.content.decode():
            page = send(page, WORDS)
        else:
            page = send(page, step="skip")
    return page


def say(client, page, meant):
    return client.post(
        reverse("surveys:read_back"),
        {"response": hidden(page, "response"), "meant": meant},
        follow=True,
    )


def test_every_page_says_that_a_worker_types(client, typed):
    assert "Typed by a worker." in page_of(client, 1).parsed.text()


def test_own_phone_says_nothing_of_typing(start):
    assert "Typed by a worker." not in start().parsed.text()


def test_what_was_typed_is_read_back_before_finish(client, typed, send):
    page = walk(client, send)
    text = page.parsed.text()
    assert "Is this what you meant?" in text
    for told in ("Do you know your worker? Yes", WORDS, "No answer"):
        assert told in " ".join(text.split())
    page = say(client, page, "yes")
    assert "That was the last question" in page.parsed.text()
    assert "They have not looked through it" not in page.parsed.text()
    send(page)
    row = Response.objects.get()
    assert (row.state, row.is_checked) == ("finished", True)


def test_finishing_without_looking_is_kept_as_that(client, typed, send):
    page = say(client, walk(client, send), "not_now")
    assert "They have not looked through it" in page.parsed.text()
    send(page)
    row = Response.objects.get()
    assert (row.state, row.is_checked) == ("finished", False)


def test_a_change_leads_back_and_is_looked_through_anew(client, typed, send):
    page = say(client, walk(client, send), "yes")
    page = send(page_of(client, 1), "no")
    assert "Do you know your worker? No" in " ".join(page.parsed.text().split())
    typed.refresh_from_db()
    assert not typed.is_checked


def test_finished_answers_cannot_be_read_back_again(client, typed, send):
    page = walk(client, send)
    send(say(client, page, "yes"))
    again = client.get(reverse("surveys:read_back"))
    assert again.status_code == 410
    assert WORDS not in again.content.decode()
    assert say(client, page, "yes").status_code == 409


def test_page_of_another_response_confirms_nothing(client, typed):
    page = client.post(
        reverse("surveys:read_back"), {"response": "another", "meant": "yes"}
    )
    assert page.status_code == 409
    typed.refresh_from_db()
    assert not typed.is_checked


def test_reading_back_asks_no_more_than_a_few_questions_of_the_database(
    client, typed, send, django_assert_max_num_queries
):
    walk(client, send)
    with django_assert_max_num_queries(6):
        client.get(reverse("surveys:read_back"))
