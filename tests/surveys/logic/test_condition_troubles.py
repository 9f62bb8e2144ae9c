"""Each thing that can be wrong with a condition or a repeated answer is found."""

from dataclasses import replace

import pytest
from hypothesis import given

from surveys.condition_terms import ConditionTrouble as Why
from surveys.logic.condition_troubles import (
    Trouble,
    fitting,
    sentence,
    troubles,
    troubles_in,
)
from surveys.logic.condition_words import names_of
from surveys.logic.drafts import DraftOption, DraftQuestion
from tests.surveys.logic.drafts import drafts
from tests.surveys.logic.test_condition_words import DRAFT, WORKER

FIRST, SECOND = (
    replace(WORKER, key="first", prompt="One?"),
    replace(WORKER, key="second", prompt="Two?"),
)


def asks(key, operator="is", value="yes"):
    return {"question": key, "operator": operator, "value": value}


def found(*questions, **changes):
    return troubles(replace(DRAFT, questions=questions, **changes))


def second_if(condition, first=FIRST):
    return found(first, replace(SECOND, show_if=condition))


@pytest.mark.parametrize(
    ("condition", "why", "other"),
    [
        (asks("gone"), Why.UNKNOWN, "gone"),
        (asks("second"), Why.ITSELF, "second"),
        (asks("first", value="maybe"), Why.GONE, "first"),
        (asks("first", "at_least", 3), Why.UNFIT, "first"),
        (asks("first", "includes"), Why.UNFIT, "first"),
        ({"none": [{"any": [asks("gone")]}]}, Why.UNKNOWN, "gone"),
        ({"any": []}, Why.NEVER, ""),
        ({"all": [asks("first"), asks("first", value="no")]}, Why.NEVER, ""),
        ({"about": "age_band", "operator": "is", "value": "16-25"}, Why.NEVER, ""),
        ({"about": "language", "operator": "is", "value": "ur"}, Why.NEVER, ""),
    ],
)
def test_what_is_wrong_with_a_condition_is_found(condition, why, other):
    assert second_if(condition) == [Trouble(why, "second", other)]


@pytest.mark.parametrize(
    "condition",
    [
        asks("first"),
        asks("first", "is_not"),
        asks("first", "answered", ""),
        {"none": [asks("first")]},
        {"about": "helper", "operator": "is", "value": "carer"},
        {"about": "age_band", "operator": "is_not", "value": "16-25"},
    ],
)
def test_a_good_condition_has_nothing_wrong(condition):
    assert second_if(condition) == []


def test_question_that_waits_for_a_later_one_is_found():
    waits = replace(FIRST, show_if=asks("second"))
    assert found(waits, SECOND) == [Trouble(Why.LATER, "first", "second")]


def test_questions_that_wait_for_each_other_are_found():
    third = replace(WORKER, key="third", show_if=asks("first"))
    first = replace(FIRST, show_if=asks("second"))
    second = replace(SECOND, show_if=asks("third"))
    assert found(first, second, third) == [
        Trouble(Why.CYCLE, "first", "second"),
        Trouble(Why.CYCLE, "second", "third"),
        Trouble(Why.NEVER, "third"),
    ]


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        ("scale", 10, None),
        ("scale", 11, Why.UNFIT),
        ("date", "2026", None),
        ("date", "soon", Why.UNFIT),
        ("date", "2026-01", Why.UNFIT),
        ("faces", "5", None),
        ("faces", "6", Why.GONE),
        ("agree", "1", None),
    ],
)
def test_value_must_be_one_the_question_can_have(kind, value, why):
    faces = tuple(DraftOption(str(n), "Words") for n in range(1, 6))
    first = DraftQuestion(
        "first", kind, "One?", options=faces if kind in {"faces", "agree"} else ()
    )
    expected = [Trouble(why, "second", "first")] if why else []
    assert second_if(asks("first", "at_least", value), first) == expected


def test_own_words_can_only_be_asked_whether_they_were_given():
    assert fitting("long_text") == fitting("voice") == {"answered"}
    assert fitting("message") == frozenset()


def test_question_for_bands_the_survey_does_not_ask_is_never_shown():
    assert found(FIRST, replace(SECOND, age_bands=("16-25",))) == [
        Trouble(Why.NEVER, "second")
    ]


def test_rests_that_are_switched_off_are_no_trouble():
    rest = DraftQuestion("breath", "break", "Breathe")
    assert found(FIRST, rest, rests=False) == []


@pytest.mark.parametrize(
    ("text", "why", "other"),
    [
        ("{answer:gone|it}?", Why.UNKNOWN, "gone"),
        ("{answer:second|it}?", Why.LATER, "second"),
        ("{answer:first}?", Why.NO_FALLBACK, "first"),
        ("{answer:first", Why.BROKEN, ""),
        ("{answer:story|it}?", Why.NOT_WORDS, "story"),
    ],
)
def test_what_is_wrong_with_a_repeated_answer_is_found(text, why, other):
    story = DraftQuestion("story", "long_text", "Tell us")
    made = found(FIRST, story, replace(SECOND, prompt=text))
    assert made == [Trouble(why, "second", other, "en", "")]


def test_repeated_answer_is_looked_for_in_hints_options_and_every_language():
    [definition_question] = [
        {
            "key": "first",
            "kind": "single",
            "options": ["a"],
            "wordings": {
                "en": {
                    "": {
                        "prompt": "P",
                        "help": "",
                        "options": {"a": "A"},
                        "low": "",
                        "high": "",
                    }
                },
                "ur": {
                    "8-11": {
                        "prompt": "P",
                        "help": "",
                        "options": {"a": "{answer:gone|x}"},
                        "low": "",
                        "high": "",
                    }
                },
            },
        }
    ]
    definition = {
        "languages": ["en", "ur"],
        "age_bands": ["8-11"],
        "questions": [definition_question],
    }
    assert troubles_in(definition) == [
        Trouble(Why.UNKNOWN, "first", "gone", "ur", "8-11")
    ]


def test_trouble_is_said_in_a_sentence_with_the_names_of_both_questions():
    draft = replace(DRAFT, questions=(FIRST, SECOND))
    trouble = Trouble(Why.LATER, "first", "second")
    assert sentence(trouble, names=names_of(draft)) == (
        "“One?” looks at “Two?”, which is only asked afterwards."
    )


@given(drafts())
def test_a_draft_without_conditions_has_no_trouble(draft):
    plain = [one for one in troubles(draft) if "{" not in str(draft)]
    assert plain == []
