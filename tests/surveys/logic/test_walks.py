"""What all paths have between them is what walking each of them finds."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.enums import HelpedBy
from surveys.logic import walks as walking
from surveys.logic.paths import is_asked, path
from surveys.logic.possible import ways_to_answer
from surveys.logic.walks import walks, walks_costing
from tests.factories.surveys import DEFINITION, words
from tests.surveys.logic.conditions import conditions

SAID = {
    "single": ["yes", "no"],
    "scale": [*range(11)],
    "several": [["yes"], ["no"], ["yes", "no"]],
    "order": [["yes", "no"], ["no", "yes"]],
    "long_text": [None],
}
MINUTES = {"single": 1, "scale": 2, "several": 4, "order": 8, "long_text": 16}


def question(key, kind="single", **more):
    options = [] if kind in {"scale", "long_text", "message"} else ["yes", "no"]
    texts = words("One two three", **dict.fromkeys(options, "Four"))
    return {
        "key": key,
        "kind": kind,
        "options": options,
        "wordings": {"en": {"": texts}, "ur": {"": texts}},
        **more,
    }


def survey(*questions):
    return {**DEFINITION, "languages": ["en", "ur"], "questions": list(questions)}


def asks(key, operator="is", value="yes"):
    return {"question": key, "operator": operator, "value": value}


@st.composite
def surveys(draw):
    """A definition of up to four questions, most of them under conditions."""
    names = ["q0", "q1", "q2", "q3"][: draw(st.integers(1, 4))]
    made = []
    for number, key in enumerate(names):
        more = {}
        if draw(st.integers(0, 3)):
            more["show_if"] = draw(conditions(names[:number]))
        if not draw(st.integers(0, 4)):
            more["age_bands"] = ["8-11"]
        made.append(question(key, draw(st.sampled_from(sorted(SAID))), **more))
    return survey(*made)


def every_path(definition, age_band):
    """Walk every path, with every answer to every question; slow, and plain to see."""
    given_answers = [
        [
            {"state": "skipped"},
            *({"state": "answered", "value": value} for value in SAID[one["kind"]]),
        ]
        for one in definition["questions"]
    ]
    keys = [one["key"] for one in definition["questions"]]
    for language, helper in product(definition["languages"], HelpedBy.values):
        for answers in product(*given_answers):
            yield path(
                definition,
                age_band=age_band,
                answers=dict(zip(keys, answers, strict=True)),
                language=language,
                helper=helper,
            )


def cost(one, _language):
    return MINUTES[one["kind"]]


@given(surveys(), st.sampled_from(["8-11", "11-17"]))
@settings(max_examples=60, deadline=None)
def test_walks_find_what_walking_every_path_finds(definition, age_band):
    paths = {
        tuple(one["key"] for one in steps) for steps in every_path(definition, age_band)
    }
    kinds = {one["key"]: one["kind"] for one in definition["questions"]}
    found = walks_costing(definition, age_band=age_band, cost=cost)
    lengths = [len(keys) for keys in paths]
    taken = [sum(MINUTES[kinds[key]] for key in keys) for keys in paths]
    meant = [
        one["key"]
        for one in definition["questions"]
        if age_band in one.get("age_bands", [age_band])
    ]
    assert found.is_exact
    assert (found.span.least_questions, found.span.most_questions) == (
        min(lengths),
        max(lengths),
    )
    assert (found.span.least_minutes, found.span.most_minutes) == (
        min(taken),
        max(taken),
    )
    on = {key: sum(key in keys for keys in paths) for key in meant}
    assert found.always == tuple(key for key in meant if on[key] == len(paths))
    assert found.never == tuple(key for key in meant if on[key] == 0)
    assert found.sometimes == tuple(key for key in meant if 0 < on[key] < len(paths))


def test_question_nobody_can_be_asked_is_found():
    both = {"all": [asks("first"), asks("first", value="no")]}
    definition = survey(
        question("first"),
        question("second", show_if=both),
        question("third", show_if=asks("second", "answered", "")),
    )
    found = walks(definition, age_band="11-17")
    assert found.never == ("second", "third")
    assert not found.has_dead_end


def test_path_on_which_nothing_is_asked_is_a_dead_end():
    urdu = {"about": "language", "operator": "is", "value": "ur"}
    pause = {**question("pause", "message"), "options": []}
    definition = survey(pause, question("first", show_if=urdu))
    assert walks(definition, age_band="11-17").has_dead_end
    assert not walks({**definition, "languages": ["ur"]}, age_band="11-17").has_dead_end


def test_minutes_count_reading_answering_and_going_on():
    # Five words at 146 a minute, five seconds to choose, two to go on.
    found = walks(survey(question("first")), age_band="11-17")
    assert found.span.most_minutes == pytest.approx(5 / 146 + 7 / 60)
    younger = walks(survey(question("first")), age_band="4-7")
    assert younger.span.most_minutes == pytest.approx(5 / 60 + 7 / 60)
    told = walks(survey(question("first")), age_band="teens", oldest=11)
    assert told.span.most_minutes == pytest.approx(5 / 112 + 7 / 60)


def test_as_many_independent_conditions_as_there_can_be_cost_little():
    pairs = [
        (question(f"a{n}"), question(f"b{n}", show_if=asks(f"a{n}"))) for n in range(30)
    ]
    found = walks_costing(
        survey(*(one for pair in pairs for one in pair)), age_band="11-17", cost=cost
    )
    assert found.is_exact
    assert (found.span.least_questions, found.span.most_questions) == (30, 60)


def test_past_the_limit_an_answer_is_forgotten_and_that_is_said(monkeypatch):
    monkeypatch.setattr(walking, "MOST_AT_ONCE", 3)
    first = [question(f"a{n}") for n in range(6)]
    last = [question(f"b{n}", show_if=asks(f"a{n}")) for n in range(6)]
    found = walks_costing(survey(*first, *last), age_band="11-17", cost=cost)
    assert not found.is_exact
    assert (found.span.least_questions, found.span.most_questions) == (6, 12)
    assert found.never == ()


DATE = {**question("when", "date"), "options": [], "date_parts": "year"}


@pytest.mark.parametrize(
    ("one", "tests", "ways"),
    [
        (question("q"), [asks("q")], 2),
        (question("q"), [asks("q"), asks("q", value="no")], 3),
        (question("q", "scale"), [asks("q", "at_least", 7)], 2),
        (question("q", "scale"), [asks("q", "at_least", 11)], 1),
        (question("q", "several"), [asks("q", "includes")], 2),
        (
            question("q", "several", alone=["no"]),
            [asks("q", "includes"), asks("q", "includes", "no")],
            3,
        ),
        (
            question("q", "several"),
            [asks("q", "includes"), asks("q", "includes", "no")],
            4,
        ),
        (question("q", "order"), [asks("q")], 2),
        (question("q", "long_text"), [asks("q", "answered", "")], 2),
        (DATE, [asks("when", "at_least", "2020"), asks("when", "at_most", "2020")], 4),
    ],
)
def test_ways_to_answer_are_told_apart_only_where_a_test_does(one, tests, ways):
    assert len(ways_to_answer(one, tests)) == ways


def test_each_place_a_rest_stands_costs_time_but_asks_nothing():
    pause = {**question("pause", "break"), "options": []}
    definition = survey(question("first"), pause)
    with_rest = walks(definition, age_band="11-17").span
    without = walks({**definition, "rests": False}, age_band="11-17").span
    assert with_rest.most_questions == without.most_questions == 1
    assert with_rest.most_minutes > without.most_minutes
    assert [is_asked(one) for one in definition["questions"]] == [True, False]
