"""Makes a survey that is open now, of every kind of step, in English and Urdu."""

import copy

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


def whole_definition(**more):
    """Return DEFINITION with a message, two bands, and Urdu beside English."""
    definition = copy.deepcopy(DEFINITION) | more
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


def open_survey_link(**more):
    """Return an open link to that survey, run by the invented council.

    `more` is what its definition says besides.
    """
    CouncilFactory()
    HelpLineFactory(name="Calderwick duty line", number="07700 900111")
    edition = EditionFactory(definition=whole_definition(**more))
    return open_link(edition.survey, by=UserFactory(worker=True), label="Library wall")
