"""Earlier answers in later wordings: the option's words, never a child's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.piping import (
    Pipe,
    is_broken,
    pipe,
    piped,
    piped_words,
    pipes_in,
    plainly,
    words_at,
    words_said,
)
from tests.factories.surveys import words

WHERE = {
    "key": "where",
    "kind": "single",
    "options": ["home", "school", "else"],
    "other": "else",
    "wordings": {
        "en": {
            "": words("Where?", home="Home", school="School", **{"else": "Elsewhere"}),
            "4-7": words("Where?", home="My house", school="School", **{"else": "?"}),
        }
    },
}
SAFE = {
    "key": "safe",
    "kind": "scale",
    "options": [],
    "wordings": {"en": {"": words("?")}},
}
WHY = {
    "key": "why",
    "kind": "long_text",
    "options": [],
    "wordings": {"en": {"": words("Why?")}},
}
SOME = {**WHERE, "key": "some", "kind": "several"}


def said(question, value, *, state="answered", age_band="11-17"):
    return words_said(
        [question],
        answers={question["key"]: {"state": state, "value": value}},
        language="en",
        age_band=age_band,
    )


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        (WHERE, "home", {"where": "Home"}),
        (SAFE, 7, {"safe": "7"}),
        (SOME, ["home", "school"], {"some": "Home, School"}),
        (WHERE, "else", {}),
        (SOME, ["home", "else"], {}),
        (WHY, "PLANTED WORDS", {}),
        ({**WHY, "kind": "short_text"}, "PLANTED WORDS", {}),
        ({**WHY, "kind": "date"}, "2026", {}),
        (WHERE, "gone", {}),
    ],
)
def test_only_what_was_chosen_from_options_is_said_again(question, value, expected):
    assert said(question, value) == expected


@pytest.mark.parametrize("state", ["skipped", "not_sure", "not_said"])
def test_what_was_not_answered_is_not_said_again(state):
    assert said(WHERE, "home", state=state) == {}


def test_the_words_are_those_of_the_age_band_that_read_them():
    assert said(WHERE, "home", age_band="4-7") == {"where": "My house"}


def test_options_that_repeat_an_answer_are_said_again_whole():
    echo = {
        **WHERE,
        "key": "echo",
        "wordings": {"en": {"": words("?", home="Like {answer:where|there}")}},
    }
    answers = {key: {"state": "answered", "value": "home"} for key in ("where", "echo")}
    found = words_said([WHERE, echo], answers=answers, language="en", age_band="")
    assert found == {"where": "Home", "echo": "Like Home"}


def test_answer_is_put_in_or_else_the_words_that_stand_there():
    text = "How is it at {answer:where|that place}? {answer:none}"
    assert piped(text, {"where": "Home"}) == "How is it at Home? …"
    assert plainly(text) == "How is it at that place? …"
    assert pipes_in(text) == [Pipe("where", "that place"), Pipe("none", "")]


def test_every_part_of_a_question_repeats_answers():
    text = "{answer:where|there}"
    made = piped_words(
        {
            "prompt": text,
            "help": text,
            "options": {"a": text},
            "low": text,
            "high": text,
        },
        {"where": "Home"},
    )
    assert made == {
        "prompt": "Home",
        "help": "Home",
        "options": {"a": "Home"},
        "low": "Home",
        "high": "Home",
    }


@pytest.mark.parametrize(
    "text", ["{answer:}", "{answer where}", "{Answer:where", "{ answer:a}"]
)
def test_what_only_looks_like_an_answer_is_broken(text):
    assert is_broken(text)


@given(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,39}", fullmatch=True), st.text(), st.text())
def test_what_an_editor_puts_in_is_read_back(key, fallback, around):
    text = pipe(key, fallback)
    assert [one.question for one in pipes_in(text)] == [key]
    assert not is_broken(text)
    assert piped(text, {key: around or "x"}) == (around or "x")


@given(st.text(alphabet=st.characters(exclude_characters="{")))
def test_text_without_an_answer_is_left_alone(text):
    assert plainly(text) == text


def test_a_step_repeats_only_what_was_answered_before_it():
    text = "How is {answer:where|it} and {answer:safe|there}?"
    asks = {**SAFE, "key": "ask", "wordings": {"en": {"": words(text)}}}
    answers = {
        "where": {"state": "answered", "value": "home"},
        "safe": {"state": "answered", "value": 3},
    }
    read = words_at(
        [WHERE, asks, SAFE], 2, answers=answers, language="en", age_band="11-17"
    )
    assert read["prompt"] == "How is Home and there?"
