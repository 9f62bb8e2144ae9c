"""Makes a survey that asks in every way there is, in English and Urdu."""

import copy
from functools import partial

from surveys.domain.invitations import open_link
from surveys.domain.media import keep_medium
from tests.factories.accounts import UserFactory
from tests.factories.answering import URDU
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.media import ogg, photo
from tests.factories.surveys import DEFINITION, EditionFactory, words

AGREE = {
    "1": "Strongly disagree",
    "2": "Disagree",
    "3": "Neither",
    "4": "Agree",
    "5": "Strongly agree",
}
PLACES = {"home": "At home", "school": "At school", "outside": "Outside"}
COLOURS = {"home": "#0A6A63", "school": "#7A2E62", "outside": "#2D4FB3"}
FACES = DEFINITION["questions"][2]["wordings"]["en"][""]["options"]


def question(kind, key, prompt, options=None, **more):
    """Return one question in English and Urdu; `more` goes into its definition."""
    worded = words(prompt, **(options or {}))
    if kind == "scale":
        worded |= {"low": "not safe", "high": "very safe"}
    worded |= {name: more.pop(name) for name in ("help", "pictures") if name in more}
    urdu = worded | {"prompt": URDU.get(key, prompt)}
    return {
        "key": key,
        "kind": kind,
        "options": list(options or {}),
        "wordings": {"en": {"": worded}, "ur": {"": urdu}},
        **more,
    }


def every_kind(by):
    """Return the questions, one of each kind at least, with pictures and sounds."""
    keep = partial(keep_medium, by=by)
    pictures = {
        f"option.{key}": {
            "medium": keep(photo((400, 300), colour), media_type="image/jpeg").pk,
            "alt": f"A picture of {key}",
            "width": 400,
            "height": 300,
        }
        for key, colour in COLOURS.items()
    }
    sound = keep(ogg(), media_type="audio/ogg")
    heard = {"medium": sound.pk, "media_type": "audio/ogg", "size": sound.size}
    asked = [
        question(
            "single",
            "know_worker",
            "Do you know your worker?",
            {"yes": "Yes", "no": "No", "else": "Something else"},
            other="else",
            not_sure=True,
            not_said=True,
        ),
        question(
            "several",
            "what_helps",
            "What helps?",
            {"texts": "Texts", "visits": "Visits", "calls": "Calls", "none": "None"},
            most=2,
            alone=["none"],
            not_said=True,
        ),
        question(
            "picture",
            "where",
            "Where do you feel best?",
            PLACES,
            pictures=pictures,
            not_sure=True,
        ),
        question("faces", "happy", "How happy are you?", FACES, sensitive=True),
        question("agree", "listens", "My worker listens to me.", AGREE, not_sure=True),
        question("break", "rest", "Time for a little rest"),
        question("scale", "safe", "How safe do you feel?", not_said=True),
        question(
            "order",
            "first",
            "What matters most?",
            {"friends": "Friends", "family": "Family", "sleep": "Sleep"},
            not_sure=True,
        ),
        question("date", "since", "Since when?", date_parts="month", not_sure=True),
        question("short_text", "one_word", "Your week in a few words", not_said=True),
        question("break", "rest_two", "Another little rest"),
        question("long_text", "do_more", "What should your worker do more of?"),
        question("voice", "aloud", "Tell us aloud", not_said=True),
        question("drawing", "drawn", "Draw your best day", not_sure=True),
        question("message", "pause", "Nearly there", help="That is all."),
    ]
    for one in (asked[0], asked[4]):
        for wordings in one["wordings"].values():
            parts = ["prompt", *(f"option.{key}" for key in one["options"])]
            wordings[""]["sounds"] = dict.fromkeys(parts, heard)
    return asked


def every_kind_definition(by, *keys, age_bands=("8-11", "11-17")):
    """Return a definition of all of these, or of the questions `keys` alone."""
    definition = copy.deepcopy(DEFINITION)
    definition["languages"] = ["en", "ur"]
    definition["age_bands"] = list(age_bands)
    definition["wordings"]["ur"] = {
        "": {"title": "میرا سوشل ورکر", "introduction": "بتائیں۔", "thanks": "شکریہ۔"}
    }
    asked = every_kind(by)
    definition["questions"] = [one for one in asked if not keys or one["key"] in keys]
    return definition


def open_every_kind_link(*keys, support="", **more):
    """Return an open link to that survey, run by the invented council."""
    CouncilFactory()
    HelpLineFactory(name="Calderwick duty line", number="07700 900111")
    worker = UserFactory(worker=True)
    definition = every_kind_definition(worker, *keys, **more)
    if support:
        definition["wordings"]["en"][""] |= {"support": support}
    edition = EditionFactory(definition=definition)
    return open_link(edition.survey, by=worker, label="Library wall")
