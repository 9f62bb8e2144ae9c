"""Reading age is held to sentences whose difficulty is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.readability import (
    long_sentences,
    reading_age,
    sentences,
    syllables,
    words,
)

# Written for the age beside them: infants, nine-year-olds (PRACTICE.md's aim),
# secondary school, and the council's own letters.
KNOWN = [
    ("I like my home.", 5, 6),
    ("What helps?", 5, 6),
    ("We want to know how it is. Skip what you like.", 5, 7),
    ("How safe do you feel where you live?", 6, 7),
    ("Do you know who your social worker is?", 6, 7),
    ("Does your worker explain why things happen in a way you understand?", 7, 9),
    ("Do you have a say in the decisions people make about your life?", 9.5, 11),
    (
        "To what extent are you satisfied with the statutory arrangements for contact "
        "with your siblings?",
        14,
        16,
    ),
    (
        "The local authority has a responsibility to ensure that your accommodation is "
        "suitable and that your individual circumstances are considered.",
        16,
        18,
    ),
]


@pytest.mark.parametrize(("sentence", "least", "most"), KNOWN)
def test_sentence_of_known_difficulty_is_where_it_belongs(sentence, least, most):
    assert least <= reading_age(sentence, language="en") <= most


def test_formula_is_the_one_stated():
    # Ten words in two sentences, one of them long: 4 + 0.3 x 5 + 30 x 1 / 10.
    text = "Tell us how it is. Where is your accommodation now?"
    assert len(words(text)) == 10
    assert reading_age(text, language="en") == 8.5


def test_a_word_every_child_knows_is_not_long():
    short = reading_age("Who is in your room?", language="en")
    assert reading_age("Who is your favourite animal?", language="en") == short


def test_other_languages_and_no_words_are_not_measured():
    assert reading_age("آپ کیسے ہیں؟", language="ur") is None
    assert reading_age("1, 2, 3!", language="en") is None


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("safe", 1),
        ("table", 2),
        ("places", 2),
        ("wanted", 2),
        ("asked", 1),
        ("social", 2),
        ("statutory", 4),
        ("grown-up", 2),
    ],
)
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


def test_sentences_end_in_every_script_and_at_a_new_line():
    assert sentences("One. Two!\nThree? 4.") == ["One", "Two", "Three"]
    assert sentences("آپ کیسے ہیں؟ ہمیں بتائیں۔") == ["آپ کیسے ہیں", "ہمیں بتائیں"]
    assert sentences("Version 2.5 costs £1.50 more.") == [
        "Version 2.5 costs £1.50 more"
    ]


def test_sixteen_words_are_long_and_fifteen_are_not():
    fifteen = " ".join(["word"] * 15)
    assert list(long_sentences(f"{fifteen}. {fifteen} more.")) == [f"{fifteen} more"]


@given(st.text())
def test_any_text_has_an_age_between_five_and_eighteen_or_none(text):
    age = reading_age(text, language="en")
    assert (age is None) == (not words(text))
    assert age is None or 5 <= age <= 18


@given(st.lists(st.sampled_from(["cat", "sat", "home"]), min_size=1, max_size=40))
def test_a_longer_sentence_is_never_easier(said):
    text = " ".join(said)
    assert reading_age(f"{text} dog", language="en") >= reading_age(text, language="en")
