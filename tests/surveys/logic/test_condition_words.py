from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import given

from surveys.logic.condition_words import (
    Names,
    in_words,
    names_in,
    names_of,
    shown_when,
)
from surveys.logic.drafts import Draft, DraftOption, DraftQuestion
from tests.surveys.logic.conditions import conditions

WORKER = DraftQuestion(
    "worker",
    "single",
    "Do you have a social worker?",
    options=(DraftOption("yes", "Yes"), DraftOption("no", "No")),
)
SAFE = DraftQuestion("safe", "scale", "How safe is {answer:worker|it}?")
DRAFT = Draft(
    title="Us",
    introduction="",
    thanks="",
    mode="name_not_asked",
    base_language="en",
    languages=("en",),
    age_bands=("8-11",),
    breakdowns=(),
    questions=(WORKER, SAFE),
)
YES = {"question": "worker", "operator": "is", "value": "yes"}
SEVEN = {"question": "safe", "operator": "at_least", "value": 7}
NAMES = names_of(DRAFT, bands={"8-11": "Primary"}, languages={"ur": "Urdu"})


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (YES, "“Do you have a social worker?” is Yes"),
        (
            {**YES, "operator": "is_not"},
            "“Do you have a social worker?” is answered, but is not Yes",
        ),
        (
            {**YES, "operator": "includes"},
            "“Do you have a social worker?” includes Yes",
        ),
        (
            {**YES, "operator": "answered"},
            "“Do you have a social worker?” is answered",
        ),
        (SEVEN, "“How safe is it?” is 7 or more"),
        ({**SEVEN, "operator": "at_most"}, "“How safe is it?” is 7 or less"),
        (
            {"about": "age_band", "operator": "is", "value": "8-11"},
            "the age is Primary",
        ),
        (
            {"about": "age_band", "operator": "is_not", "value": "4-7"},
            "the age is not 4–7",
        ),
        (
            {"about": "language", "operator": "is", "value": "ur"},
            "the language is Urdu",
        ),
        (
            {"about": "helper", "operator": "is", "value": "carer"},
            "who helps is said to be: A carer",
        ),
        (
            {"all": [YES, {"any": [SEVEN, SEVEN]}]},
            "“Do you have a social worker?” is Yes and "
            "(“How safe is it?” is 7 or more or “How safe is it?” is 7 or more)",
        ),
        (
            {"none": [YES]},
            "it is not so that “Do you have a social worker?” is Yes",
        ),
        ({"all": []}, "always"),
        ({"any": []}, "never"),
        ({"none": []}, "always"),
        ({**YES, "question": "gone", "value": "x"}, "“gone” is x"),
    ],
)
def test_condition_is_said_in_words(condition, said):
    assert in_words(condition, names=NAMES) == said


def test_words_under_a_question_say_when_it_is_shown():
    said = shown_when(YES, names=NAMES)
    assert said == "shown when “Do you have a social worker?” is Yes"


@given(conditions(["worker", "safe"]))
def test_every_condition_has_words(condition):
    assert in_words(condition, names=Names()).strip()


def test_names_of_an_edition_are_those_of_the_band_and_language():
    definition = {
        "questions": [
            {
                "key": "worker",
                "kind": "single",
                "options": ["yes"],
                "wordings": {
                    "ur": {
                        "": {
                            "prompt": "کیا",
                            "help": "",
                            "options": {"yes": "ہاں"},
                            "low": "",
                            "high": "",
                        }
                    }
                },
            }
        ]
    }
    names = names_in(definition, language="ur", age_band="8-11")
    with translation.override("en"):
        assert in_words(YES, names=names) == "“کیا” is ہاں"


def test_names_without_bands_stand_for_themselves():
    plain = names_of(replace(DRAFT, questions=()))
    about = {"about": "age_band", "operator": "is", "value": "8-11"}
    assert in_words(about, names=plain) == "the age is 8–11"
