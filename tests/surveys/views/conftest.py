import copy
import re

import pytest
from django.urls import reverse

from surveys.domain.invitations import open_link
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import DEFINITION, EditionFactory, words

URDU = {
    "know_worker": "کیا آپ اپنے ورکر کو جانتے ہیں؟",
    "what_helps": "کیا مدد کرتا ہے؟",
    "happy": "آپ کتنے خوش ہیں؟",
    "safe": "آپ کتنا محفوظ محسوس کرتے ہیں؟",
    "do_more": "آپ کا ورکر کیا زیادہ کرے؟",
    "pause": "تقریباً ختم",
}
MESSAGE = {
    "key": "pause",
    "kind": "message",
    "options": [],
    "wordings": {"en": {"": words("Nearly there") | {"help": "One more page."}}},
}


def whole_definition():
    """Return DEFINITION with a message, two bands, and Urdu beside English."""
    definition = copy.deepcopy(DEFINITION)
    definition["languages"] = ["en", "ur"]
    definition["age_bands"] = ["8-11", "11-17"]
    definition["wordings"]["ur"] = {
        "": {"title": "میرا سوشل ورکر", "introduction": "بتائیں۔", "thanks": "شکریہ۔"}
    }
    definition["questions"].insert(4, copy.deepcopy(MESSAGE))
    for question in definition["questions"]:
        english = question["wordings"]["en"][""]
        question["wordings"]["ur"] = {"": english | {"prompt": URDU[question["key"]]}}
    return definition


@pytest.fixture
def link(db):
    """Return an open link to a survey of every kind of step."""
    CouncilFactory()
    HelpLineFactory(name="Calderwick duty line", number="07700 900111")
    edition = EditionFactory(definition=whole_definition())
    return open_link(edition.survey, by=UserFactory(worker=True), label="Library wall")


@pytest.fixture
def start(client, link):
    """Return a function that starts a response and returns the first page."""

    def started(language="en", age_band="11-17"):
        return client.post(
            reverse("surveys:start", args=[link.token]),
            {"language": language, "age_band": age_band},
            follow=True,
        )

    return started


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
