"""A young person meets only the pages their answers lead to, and reads what they said."""

import pytest
from django.urls import reverse

from surveys.domain.invitations import open_link
from surveys.models import Comment, Response
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import DEFINITION, EditionFactory, SurveyFactory, words

pytestmark = pytest.mark.django_db

SECRET = "plantedwords"
CHOICES = {"options": ["yes", "no"]}
ASKED = words("Have you a worker?", yes="Yes, Sam's kind of worker", no="No")
STORY = words("Tell us")
REPEATS = words(
    "You said “{answer:worker|something}”. Why? {answer:story|It is yours.}"
)


def question(key, kind, read, **more):
    return {
        "key": key,
        "kind": kind,
        "options": [],
        "wordings": {"en": {"": read}},
    } | more


@pytest.fixture
def first_page(client):
    """Return the first page of a survey that asks why only after a yes."""
    CouncilFactory()
    HelpLineFactory()
    edition = EditionFactory(
        survey=SurveyFactory(live=True),
        definition={
            **DEFINITION,
            "questions": [
                question("story", "long_text", STORY),
                question("worker", "single", ASKED, **CHOICES),
                question(
                    "why",
                    "long_text",
                    REPEATS,
                    show_if={"question": "worker", "operator": "is", "value": "yes"},
                ),
            ],
        },
    )
    link = open_link(edition.survey, by=UserFactory(worker=True), label="Wall")
    return client.post(
        reverse("surveys:start", args=[link.token]),
        {"language": "en", "age_band": "11-17", "agreement": "yes"},
        follow=True,
    )


def test_answer_leads_on_is_repeated_and_own_words_never_are(first_page, send):
    second = send(first_page, SECRET)
    third = send(second, "yes")
    read = third.parsed.text()
    assert "You said “Yes, Sam's kind of worker”. Why? It is yours." in read
    assert SECRET not in third.content.decode()


def test_answer_that_leads_past_goes_to_the_end(first_page, send):
    second = send(first_page, step="skip")
    last = send(second, "no")
    assert last.redirect_chain[-1][0] == reverse("surveys:finish")


def test_going_back_and_answering_otherwise_drops_what_was_said_there(
    first_page, send, client
):
    second = send(first_page, step="skip")
    third = send(second, "yes")
    send(third, SECRET, may_quote="yes")
    send(client.get("/s/2/"), "no")
    finish = client.get(reverse("surveys:finish"))
    send(finish)
    response = Response.objects.get()
    assert response.answers == {
        "story": {"state": "skipped"},
        "worker": {"state": "answered", "value": "no"},
    }
    comment = Comment.objects.get()
    assert (comment.taken_back, comment.may_quote) == (True, False)
    assert comment.read() == SECRET
