import pytest

from voice.themes.logic.wordings import not_for, numbers_brought, worded_anew

SENTENCE = "Young people say moves are sudden."
LATER = "Young people say moves come without warning."
URDU = {"words": "نوجوان کہتے ہیں۔", "of": SENTENCE}


def test_words_stand_beside_the_sentence_they_were_written_for():
    assert worded_anew({}, {"ur": URDU["words"]}, sentence=SENTENCE) == {"ur": URDU}


def test_words_nobody_touched_stay_those_of_the_sentence_before():
    kept = worded_anew({"ur": URDU}, {"ur": URDU["words"]}, sentence=LATER)
    assert kept == {"ur": URDU}
    assert not_for(kept, LATER) == ["ur"]


def test_words_somebody_looked_at_are_those_of_the_sentence_now():
    kept = worded_anew(
        {"ur": URDU},
        {"ur": URDU["words"]},
        sentence=LATER,
        fitting=frozenset({"ur"}),
    )
    assert not_for(kept, LATER) == []


def test_no_words_are_none_and_other_languages_stay():
    assert worded_anew({"ur": URDU, "pl": URDU}, {"ur": ""}, sentence=SENTENCE) == {
        "pl": URDU
    }


@pytest.mark.parametrize(
    ("words", "sentence", "brought"),
    [
        ("Tylko 5 dni", "Only a few days", ["5"]),
        ("صرف ۵ دن", "Only 5 days", []),
        ("Tylko dni", "Only 5 days", []),
    ],
)
def test_a_number_the_sentence_has_not_is_found(words, sentence, brought):
    assert numbers_brought(words, sentence) == brought
