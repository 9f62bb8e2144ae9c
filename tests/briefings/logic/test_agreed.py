"""A sentence “in our words” holds no number, and speaks for nobody but who says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.briefings.logic.test_linting import in_words
from voice.briefings.logic.agreed import cannot_be_said

PLAIN = [
    "we",
    "want",
    "you",
    "to",
    "come",
    "when",
    "say",
    "ask",
    "us",
    "first",
    "listen",
    "and",
    "tell",
    "why",
    "it",
    "changed",
]
FAULTS = [
    "46", "٤٦", "12%", "thirteen", "nineteen", "a dozen", "two thirds", "most of fifty",
    "everyone", "nobody", "none", "all", "every child", "each young person",
    "no child", "only one", "just two", "a single child", "the majority",
    "بارہ", "تمام", "سب", "کوئی نہیں", "صرف ایک",
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_numbers_and_speaking_for_everybody_cannot_be_said(fault):
    assert cannot_be_said(f"Ask {fault} of us.") != []


@given(st.lists(st.sampled_from(PLAIN), max_size=20))
def test_plain_words_may_be_said_in_any_order(words):
    assert cannot_be_said(" ".join(words)) == []


@given(st.text(max_size=80), st.sampled_from(FAULTS), st.text(max_size=80))
def test_whatever_stands_around_it_a_fault_is_found(before, fault, after):
    alone = cannot_be_said(f". {fault} .")
    found = cannot_be_said(f"{before}\n. {fault} .\n{after}")
    assert all(any(one in passage for passage in found) for one in alone)


@given(st.integers(0, 10**6), st.sampled_from(["{}", "{:,}", "{}%", "({})", "x{}"]))
def test_no_number_in_digits_can_be_said(number, written):
    assert cannot_be_said(f"There are {written.format(number)} of us.") != []


@given(st.integers(2, 999), st.sampled_from([str.lower, str.upper, str.title]))
def test_no_number_in_words_can_be_said_in_any_case(number, case):
    assert cannot_be_said(f"There are {case(in_words(number))} of us.") != []


@given(st.text(max_size=120))
def test_what_is_found_stands_in_the_sentence_in_order(sentence):
    at = 0
    for passage in cannot_be_said(sentence):
        assert passage
        at = sentence.index(passage, at) + 1
