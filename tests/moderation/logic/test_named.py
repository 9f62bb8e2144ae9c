import pytest

from voice.moderation.logic.named import name_words, named_in

PEOPLE = {1: "Ruth Adeyinka-Shaw (invented)", 2: "Dr Bo O'Hara", 3: "Imran Castleton"}


@pytest.mark.parametrize(
    "words",
    [
        "ruth hits me",
        "RUTH!!",
        "Ruth's office",
        "it was r u t h",
        "r.u.t.h did it",
        "Ru\u200bth did it",
        "Ruuuth did it",
        "r\u00fcth did it",
        "ask miss shaw",
        "ask miss adeyinka",
        "Adeyinka-Shaw knows",
        "r*th knows",
    ],
)
def test_a_name_is_found_however_it_is_disguised(words):
    assert named_in(words, PEOPLE) == {1}


def test_look_alike_letters_are_the_letters():
    assert named_in("ask \u0406mr\u0430n", PEOPLE) == {3}


@pytest.mark.parametrize("words", ["the truth", "ruthless", "invented", "dr who", "o"])
def test_a_name_is_a_whole_word_and_no_title(words):
    assert named_in(words, PEOPLE) == set()


def test_every_part_of_a_name_counts():
    assert name_words("Dr Bo O'Hara") == ["bo", "o'hara", "hara"]
    assert named_in("bo and imran", PEOPLE) == {2, 3}
    assert named_in("anybody", {}) == set()
