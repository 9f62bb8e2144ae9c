"""What a condition says of answers, held against an oracle written another way."""

import pytest
from hypothesis import given

from surveys.logic.conditions import holds, questions_in
from tests.surveys.logic.conditions import PEOPLE, answers, conditions

KEYS = ["first", "second"]
NOBODY = {"age_band": "11-17", "language": "en", "helper": "not_said"}


def asks(key, operator, value=""):
    return {"question": key, "operator": operator, "value": value}


def said(value):
    return {"first": {"state": "answered", "value": value}}


def naively(condition, given_answers, known):
    """Say the same as `holds`, by counting parts and looking things up in tables."""
    [(name, parts), *_] = condition.items()
    if name in {"all", "any", "none"}:
        true = [naively(part, given_answers, known) for part in parts].count(True)
        return {"all": true == len(parts), "any": true > 0, "none": true == 0}[name]
    value = condition["value"]
    if name == "about":
        return {"is": True, "is_not": False}[condition["operator"]] == (
            known[condition["about"]] == value
        )
    answer = given_answers.get(condition["question"])
    if answer is None or answer["state"] != "answered":
        return False
    if condition["operator"] == "answered":
        return True
    chosen = answer.get("value")
    chosen = list(map(str, chosen)) if isinstance(chosen, list) else [str(chosen)]
    if condition["operator"] in {"is", "is_not", "includes"}:
        return {
            "is": chosen[0] == str(value),
            "is_not": chosen[0] != str(value),
            "includes": str(value) in chosen,
        }[condition["operator"]]
    if isinstance(answer.get("value"), list):
        return False
    texts = [chosen[0], str(value)]
    if not (all(t.isdigit() for t in texts) or all(len(t) == 7 for t in texts)):
        return False
    mine, theirs = (int(text.replace("-", "")) for text in texts)
    return mine >= theirs if condition["operator"] == "at_least" else mine <= theirs


@given(conditions(KEYS), answers(KEYS), PEOPLE)
def test_a_condition_says_what_the_oracle_says(condition, given_answers, known):
    expected = naively(condition, given_answers, known)
    assert holds(condition, answers=given_answers, known=known) is expected


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (asks("first", "is", "yes"), "yes", True),
        (asks("first", "is_not", "yes"), "no", True),
        (asks("first", "is", 7), 7, True),
        (asks("first", "is", "b"), ["b", "a"], True),
        (asks("first", "is", "a"), ["b", "a"], False),
        (asks("first", "includes", "a"), ["b", "a"], True),
        (asks("first", "at_least", 7), 7, True),
        (asks("first", "at_most", 6), 7, False),
        (asks("first", "at_least", "3"), "4", True),
        (asks("first", "at_least", "2026-01"), "2025-12", False),
        (asks("first", "at_least", "2026"), "2026-01", False),
        (asks("first", "at_least", 1), "yes", False),
    ],
)
def test_each_operator_on_an_answer(condition, value, expected):
    assert holds(condition, answers=said(value), known=NOBODY) is expected


@pytest.mark.parametrize("state", ["skipped", "not_sure", "not_said", None])
@pytest.mark.parametrize(
    "operator", ["is", "is_not", "includes", "at_least", "at_most", "answered"]
)
def test_what_was_not_answered_says_nothing(operator, state):
    given_answers = {"first": {"state": state, "value": "yes"}} if state else {}
    for value in ("yes", "no", 0, 10):
        condition = asks("first", operator, value)
        assert not holds(condition, answers=given_answers, known=NOBODY)


def test_none_of_is_takes_in_those_who_did_not_answer():
    condition = {"none": [asks("first", "is", "yes")]}
    assert holds(condition, answers={}, known=NOBODY)
    assert not holds(condition, answers=said("yes"), known=NOBODY)


def test_who_answers_is_known_by_band_language_and_helper():
    carer = {"about": "helper", "operator": "is", "value": "carer"}
    assert not holds(carer, answers={}, known=NOBODY)
    assert holds(carer, answers={}, known={**NOBODY, "helper": "carer"})
    assert not holds(carer, answers={}, known={})


def test_questions_of_a_condition_are_found_however_deep():
    deep = {"any": [{"none": [asks("first", "answered")]}, asks("second", "is", "a")]}
    assert questions_in(deep) == {"first", "second"}
    assert questions_in(None) == set()
