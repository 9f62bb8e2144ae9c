from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.replies import TABLES
from voice.replies.logic.fast import says_sorry, waited
from voice.replies.logic.followed_up import undertakings
from voice.replies.logic.friendly import Trouble, age_for, hard_in
from voice.replies.logic.full import from_few, is_heard_often, left_out
from voice.replies.logic.linting import number_signs

MOVES = TABLES["themes"][0]
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(st.integers(0, 20), st.integers(5, 25))
def test_a_theme_must_be_answered_exactly_from_the_share_on(fives, share):
    told = MOVES | {"share": fives * 5}
    assert is_heard_often(told, share=share) == (fives * 5 >= share)


@pytest.mark.parametrize(
    ("change", "must"),
    [
        ({"heard_from_few": True}, False),
        ({"kind": "something_else"}, False),
        ({"share": None, "count": {"code": "few", "number": None}}, False),
        ({"share": None, "count": {"code": "fewer_than", "number": 10}}, False),
        ({"share": None, "count": {"code": "about_half", "number": None}}, True),
    ],
)
def test_few_and_something_else_need_no_answer_and_words_are_read(change, must):
    assert is_heard_often(MOVES | change, share=10) is must


def test_a_theme_left_out_is_named_and_an_answered_one_is_not():
    assert [one["name"] for one in left_out([MOVES], [], share=10)] == ["Moves"]
    assert left_out([MOVES], ["moves"], share=10) == []


def test_what_few_said_is_found():
    few = MOVES | {"heard_from_few": True}
    assert from_few([MOVES, few]) == [few]


@given(st.integers(0, 30), st.integers(0, 30))
def test_nobody_is_asked_to_read_under_7_or_over_12(one, other):
    assert 7 <= age_for(min(one, other), max(one, other)) <= 12


def found(text, *, language="en", age=9, jargon=(), **more):
    return [
        (hard.trouble, hard.passage)
        for hard in hard_in(text, language=language, age=age, jargon=jargon, **more)
    ]


def test_plain_words_are_friendly():
    assert found("We put a bag in every home.") == []


def test_hard_words_are_measured_and_the_hardest_sentence_is_named():
    hard = "Multidisciplinary accommodation arrangements necessitate consultation"
    assert found(f"We hear you. {hard}.") == [(Trouble.TOO_OLD, hard)]


def test_an_urdu_sentence_that_is_too_long_is_named():
    long = " ".join(["ہم"] * 25) + "۔"
    assert [one for one, _ in found(long, language="ur")] == [Trouble.LONG]
    assert found("ہم نے سنا۔", language="ur") == []


def test_a_workers_word_is_named_in_each_language():
    assert found("Your placement ended.", jargon=["placement"]) == [
        (Trouble.JARGON, "placement")
    ]
    assert found("آپ کی پلیسمنٹ ختم ہوئی۔", language="ur", jargon=["پلیسمنٹ"]) == [
        (Trouble.JARGON, "پلیسمنٹ")
    ]


@given(DAYS, DAYS, DAYS)
def test_late_is_exactly_past_the_day_promised(closed, promised, on):
    told = waited(closed_on=closed, promised_on=promised, on=on)
    assert told.is_late == (on > promised)
    assert told.since_closing == max((on - closed) // timedelta(days=1), 0)


@pytest.mark.parametrize(
    "said", ["We are sorry.", "ہم معذرت چاہتے ہیں۔", "Przepraszamy."]
)
def test_sorry_is_heard_in_each_language(said):
    assert says_sorry(said)
    assert not says_sorry("Thank you. شکریہ۔")


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("We will meet you.", "en"),
        ("We’ll meet you.", "en"),
        ("We are going to ask.", "en"),
        ("ہم آپ سے ملیں گے۔", "ur"),
    ],
)
def test_what_we_undertake_is_found(said, language):
    assert undertakings(said, language=language) == [said.rstrip(".۔")]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("We will not move the home.", "en"),
        ("We made a card.", "en"),
        ("You will see.", "en"),
        ("ہم یہ نہیں کریں گے۔", "ur"),
        ("ہم نے کارڈ بنایا۔", "ur"),
        ("Spotkamy się.", "pl"),
    ],
)
def test_what_is_done_or_refused_is_no_undertaking(said, language):
    assert undertakings(said, language=language) == []


@given(st.integers(0, 5000))
def test_any_number_in_digits_is_found_in_any_script(number):
    urdu = "".join(chr(0x06F0 + int(digit)) for digit in str(number))
    if not 2020 <= number < 2050 and number != 999:
        assert number_signs(f"{number} of you") == [str(number)]
        assert number_signs(f"آپ میں سے {urdu}") == [urdu]
    assert number_signs("A small number of you, by 14 March 2027.") == []
