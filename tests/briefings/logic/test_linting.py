"""Commentary says nothing the releases did not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.briefings.logic.linting import (
    Fault,
    Known,
    faults_in,
    lint,
    words_of_titles,
)
from voice.briefings.logic.numbers import ONES, TENS, value_of, worded_numbers

KNOWN = Known(
    numbers=frozenset({"45", "150", "30%", "<10"}),
    words=words_of_titles(["Statement of Action", "Calderwick Council"]),
)


def found(words, known=KNOWN):
    return [(one.fault.value, one.passage) for one in lint(words, known=known)]


def in_words(number):
    """Return a number under 1000 as people write it."""
    if number >= 100:
        rest = number % 100
        great = f"{in_words(number // 100)} hundred"
        return f"{great} and {in_words(rest)}" if rest else great
    ones = {value: word for word, value in ONES.items()}
    if number < 20:
        return ones[number]
    tens = {value: word for word, value in TENS.items()}
    rest = number % 10
    return tens[number - rest] + (f"-{ones[rest]}" if rest else "")


@pytest.mark.parametrize(
    "words",
    [
        "Forty-five children say that moves come with no warning.",
        "45 of 150 say so, which is 30%.",
        "Thirty per cent say so.",
        "Fewer than ten say so; fewer than 10.",
        "We wrote this on 14 March 2026.",
        "Call 0800 1111.",
        "They want to meet the next worker before the last one goes.",
        "That is one reason to ask again.",
        "Children tell us this not at all lightly.",
        "45 بچے کہتے ہیں کہ سب سے پہلے ان سے پوچھا جائے۔",
    ],
)
def test_what_was_released_may_be_said(words):
    assert faults_in(lint(words, known=KNOWN)) == []


@pytest.mark.parametrize(
    ("words", "fault", "passage"),
    [
        ("46 say so.", Fault.NOT_RELEASED, "46"),
        ("45% say so.", Fault.NOT_RELEASED, "45%"),
        ("Forty-six say so.", Fault.NOT_RELEASED, "Forty-six"),
        ("a hundred and twelve said", Fault.NOT_RELEASED, "hundred and twelve"),
        ("Two thirds of them agree.", Fault.NOT_RELEASED, "Two thirds"),
        ("About half of them agree.", Fault.NOT_RELEASED, "About half"),
        ("۴۶ بچے", Fault.NOT_RELEASED, "۴۶"),
        ("بارہ بچوں نے کہا", Fault.NOT_RELEASED, "بارہ"),
        ("All want this.", Fault.EVERYBODY_OR_NOBODY, "All"),
        ("None of them agree.", Fault.EVERYBODY_OR_NOBODY, "None"),
        ("Nobody was told.", Fault.EVERYBODY_OR_NOBODY, "Nobody"),
        ("Everyone agrees.", Fault.EVERYBODY_OR_NOBODY, "Everyone"),
        ("Nearly all agree.", Fault.EVERYBODY_OR_NOBODY, "all"),
        ("تمام بچے کہتے ہیں", Fault.EVERYBODY_OR_NOBODY, "تمام"),
        ("کوئی نہیں مانتا", Fault.EVERYBODY_OR_NOBODY, "کوئی نہیں"),
        ("only one young person", Fault.SO_FEW, "only one"),
        ("A single child asked.", Fault.SO_FEW, "A single child"),
        ("صرف ایک نے کہا", Fault.SO_FEW, "صرف ایک"),
        ("She told Amira Hussain so.", Fault.NAME_LIKE, "Hussain"),
        ("Ask Mr Kowalczyk why.", Fault.NAME_LIKE, "Kowalczyk"),
    ],
)
def test_what_cannot_be_said_is_found_where_it_stands(words, fault, passage):
    assert (fault.value, passage) in found(words)


def test_words_a_release_says_may_be_said():
    known = Known(told=frozenset({"nearly all", "about half"}))
    assert lint("nearly all agree, and about half of them asked", known=known) == []


def test_words_of_titles_are_nobodys_name():
    assert found("We ask that Calderwick answers in the Statement of Action.") == []
    assert found("We ask that Zbigniew answers.") == [("name_like", "Zbigniew")]


def test_names_are_looked_at_and_the_rest_is_mended():
    both = lint("Ask Mr Kowalczyk why 46 say so.", known=KNOWN)
    assert [one.fault for one in faults_in(both)] == [Fault.NOT_RELEASED]


@given(st.integers(0, 9999))
def test_no_number_in_digits_passes_unless_it_was_released(number):
    passes = found(f"They are {number} now.") == []
    released = str(number) in KNOWN.numbers
    # A year of this century stands for a date.
    assert passes == (released or 2020 <= number < 2050)


@given(st.integers(2, 999))
def test_no_number_in_words_passes_unless_it_was_released(number):
    words = f"We heard {in_words(number)} children."
    assert (found(words) == []) == (str(number) in KNOWN.numbers)


@given(st.integers(0, 999))
def test_number_in_words_is_understood(number):
    said = in_words(number).replace("-", " ").split()
    assert value_of(said) == number


@given(st.text(max_size=80), st.sampled_from(["46", "forty-six", "everyone", "تمام"]))
def test_whatever_stands_around_it_a_fault_is_found(around, fault):
    words = f"{around}\n. {fault} .\n{around}"
    assert fault in [one.passage for one in lint(words, known=Known())]


@given(st.text(max_size=120))
def test_each_finding_is_a_passage_of_the_words(words):
    for one in lint(words, known=KNOWN):
        assert one.passage in words


def test_urdu_words_are_numbers_only_where_they_count():
    assert [one.value for one in worded_numbers("ایک بات اور دو بچوں نے")] == [2]
