import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.enums import AnswerState
from surveys.logic.answers import (
    LONGEST_TEXT,
    Refusal,
    Refused,
    asks_words,
    kept_value,
    states_offered,
)
from tests.factories.surveys import DEFINITION

QUESTIONS = {question["key"]: question for question in DEFINITION["questions"]}


@pytest.mark.parametrize(
    ("key", "sent", "kept"),
    [
        ("know_worker", "yes", "yes"),
        ("what_helps", ["visits", "texts"], ["texts", "visits"]),
        ("what_helps", ["visits", "visits"], ["visits"]),
        ("happy", "3", "3"),
        ("safe", "10", 10),
        ("safe", 0, 0),
        ("do_more", "come wen u say", "come wen u say"),
        ("do_more", "  two\r\nlines ", "  two\r\nlines "),
        ("do_more", "cafe\u0301", "caf\u00e9"),
        ("do_more", "👨‍👩‍👧 \u202eمرحبا", "👨‍👩‍👧 \u202eمرحبا"),
    ],
)
def test_answer_that_fits_is_kept(key, sent, kept):
    assert kept_value(QUESTIONS[key], sent) == kept


@pytest.mark.parametrize(
    ("key", "sent", "why"),
    [
        ("know_worker", "", Refusal.NOTHING_CHOSEN),
        ("know_worker", "maybe", Refusal.NOT_AN_OPTION),
        ("know_worker", ["yes"], Refusal.NOT_AN_OPTION),
        ("what_helps", [], Refusal.NOTHING_CHOSEN),
        ("what_helps", ["texts", "sweets"], Refusal.NOT_AN_OPTION),
        ("what_helps", "texts", Refusal.NOT_AN_OPTION),
        ("happy", "6", Refusal.NOT_AN_OPTION),
        ("safe", "", Refusal.NOTHING_CHOSEN),
        ("safe", "11", Refusal.NOT_AN_OPTION),
        ("safe", "٣", Refusal.NOT_AN_OPTION),
        ("safe", True, Refusal.NOT_AN_OPTION),
        ("safe", " 3", Refusal.NOT_AN_OPTION),
        ("do_more", " \r\n", Refusal.NOTHING_WRITTEN),
        ("do_more", "a\0b", Refusal.UNKEEPABLE_CHARACTER),
        ("do_more", "a\ud800b", Refusal.UNKEEPABLE_CHARACTER),
        ("do_more", ["words"], Refusal.NOT_AN_OPTION),
    ],
)
def test_answer_that_does_not_fit_is_refused(key, sent, why):
    with pytest.raises(Refused) as refused:
        kept_value(QUESTIONS[key], sent)
    assert refused.value.why == why


def test_message_takes_no_answer():
    with pytest.raises(Refused):
        kept_value({**QUESTIONS["do_more"], "kind": "message"}, "words")


@pytest.mark.parametrize("length", [LONGEST_TEXT - 1, LONGEST_TEXT])
def test_words_up_to_the_limit_are_kept_whole(length):
    assert len(kept_value(QUESTIONS["do_more"], "é" * length)) == length


def test_words_over_the_limit_are_refused():
    with pytest.raises(Refused) as refused:
        kept_value(QUESTIONS["do_more"], "a" * (LONGEST_TEXT + 1))
    assert refused.value.why == Refusal.TOO_LONG


def test_a_new_line_counts_once_however_the_browser_sends_it():
    words = "\r\n" * (LONGEST_TEXT - 1) + "a"
    assert kept_value(QUESTIONS["do_more"], words) == words


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_what_is_kept_is_what_was_sent_in_composed_form(sent):
    try:
        kept = kept_value(QUESTIONS["do_more"], sent)
    except Refused:
        assert "\0" in sent or not sent.strip()
    else:
        assert kept == unicodedata.normalize("NFC", sent)


ORDER = {"key": "o", "kind": "order", "options": ["a", "b", "c"]}
SEVERAL = {
    "key": "s",
    "kind": "several",
    "options": ["a", "b", "c", "none"],
    "most": 2,
    "alone": ["none"],
}
YEAR = {"key": "y", "kind": "date", "options": [], "date_parts": "year"}
MONTH = {"key": "m", "kind": "date", "options": [], "date_parts": "month"}
PICTURE = {"key": "p", "kind": "picture", "options": ["cat", "dog"]}
SHORT = {"key": "t", "kind": "short_text", "options": []}


@pytest.mark.parametrize(
    ("question", "sent", "kept"),
    [
        (ORDER, ["c", "a", "b"], ["c", "a", "b"]),
        ({**ORDER, "most": 2}, ["c", "a"], ["c", "a"]),
        (SEVERAL, ["c", "a"], ["a", "c"]),
        (SEVERAL, ["none"], ["none"]),
        (YEAR, "2026", "2026"),
        (MONTH, "2026-03", "2026-03"),
        (PICTURE, "dog", "dog"),
        ({**PICTURE, "kind": "agree"}, "dog", "dog"),
        (SHORT, "a dog", "a dog"),
        ({**SHORT, "kind": "voice"}, "words instead", "words instead"),
    ],
)
def test_answer_of_every_kind_that_fits_is_kept(question, sent, kept):
    assert kept_value(question, sent) == kept


@pytest.mark.parametrize(
    ("question", "sent", "why"),
    [
        (ORDER, [], Refusal.NOTHING_CHOSEN),
        (ORDER, ["a", "b"], Refusal.NOT_ALL),
        (ORDER, ["a", "b", "b"], Refusal.TWICE),
        (ORDER, ["a", "b", "x"], Refusal.NOT_AN_OPTION),
        (ORDER, ["a", "b", ["c"]], Refusal.NOT_AN_OPTION),
        ({**ORDER, "most": 2}, ["a", "b", "c"], Refusal.TOO_MANY),
        (SEVERAL, ["a", "b", "c"], Refusal.TOO_MANY),
        (SEVERAL, ["a", "none"], Refusal.NOT_ALONE),
        (YEAR, "", Refusal.NOTHING_CHOSEN),
        (MONTH, "-", Refusal.NOTHING_CHOSEN),
        (YEAR, "26", Refusal.NOT_A_DATE),
        (YEAR, "1899", Refusal.NOT_A_DATE),
        (YEAR, "2026-03", Refusal.NOT_A_DATE),
        (YEAR, 2026, Refusal.NOT_A_DATE),
        (MONTH, "2026", Refusal.NOT_A_DATE),
        (MONTH, "2026-13", Refusal.NOT_A_DATE),
        (MONTH, "2026-03-14", Refusal.NOT_A_DATE),
        (PICTURE, "cow", Refusal.NOT_AN_OPTION),
        (SHORT, "a" * 201, Refusal.TOO_LONG),
        ({**SHORT, "kind": "break"}, "a", Refusal.NOT_AN_OPTION),
    ],
)
def test_answer_of_every_kind_that_does_not_fit_is_refused(question, sent, why):
    with pytest.raises(Refused) as refused:
        kept_value(question, sent)
    assert refused.value.why == why


def test_not_sure_and_not_said_are_offered_only_where_the_question_does():
    assert states_offered(YEAR) == {AnswerState.SKIPPED}
    assert states_offered({**YEAR, "not_sure": True, "not_said": True}) == {
        AnswerState.SKIPPED,
        AnswerState.NOT_SURE,
        AnswerState.NOT_SAID,
    }


def test_words_are_asked_for_by_the_other_option_alone():
    question = {**SEVERAL, "other": "c"}
    assert asks_words(question, ["a", "c"])
    assert not asks_words(question, ["a"])
    assert asks_words({**PICTURE, "other": "dog"}, "dog")
    assert not asks_words(PICTURE, "dog")
