import re

import pytest
from django.urls import reverse

from surveys.views.chosen import signs_of
from tests.factories.answering import open_survey_link


@pytest.fixture
def link(db):
    """Return an open link to a survey of every kind of step."""
    return open_survey_link()


@pytest.fixture
def start(client, link):
    """Return a function that starts a response and returns the first page."""

    def started(language="en", age_band="11-17"):
        return client.post(
            reverse("surveys:start", args=[link.token]),
            {"language": language, "age_band": age_band, "agreement": "yes"},
            follow=True,
        )

    return started


@pytest.fixture
def honest(client, link):
    """Return a function that opens the honest page of an age band and a language."""

    def opened(language="en", age_band="11-17", of=None):
        signs = signs_of(of or link, language=language, age_band=age_band)
        return client.get(
            reverse("surveys:start_chosen", args=[(of or link).token, signs])
        )

    return opened


def hidden(page, name):
    """Return what the page's hidden field `name` holds."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
    return found and found[1]


@pytest.fixture
def send(client):
    """Return a function that sends the form of `page` with an answer, and follows."""

    def sent(page, answer="", step="next", follow=True, **more):
        action = re.search(
            r'<form action="(/s/(?:\d+|finish)/)"', page.content.decode()
        )
        data = {"response": hidden(page, "response"), "step": step, **more}
        if key := hidden(page, "question"):
            data["question"] = key
        if answer:
            data["answer"] = answer
        return client.post(action[1], data, follow=follow)

    return sent
