"""Keys are proposed readable, unique and short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.keys import GOOD_KEY, propose_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Do you know your worker?", "do_you_know_your_worker"),
        ("What’s it like, where you live?", "whats_it_like_where_you_live"),
        ("Café", "cafe"),
        ("کیسے ہیں؟", "question"),
        ("", "question"),
        (
            "What would make the place where you live now feel better to you?",
            "what_would_make_the_place_where_you_live",
        ),
        ("a" * 60, "a" * 40),
    ],
)
def test_key_is_proposed_from_the_words(text, key):
    assert propose_key(text, taken=(), otherwise="question") == key


def test_key_taken_gets_a_number():
    taken = {"same", "same_2"}
    assert propose_key("Same!", taken=taken, otherwise="question") == "same_3"


@given(st.lists(st.text(max_size=80), max_size=30))
def test_proposed_keys_are_good_and_never_the_same(texts):
    keys = []
    for text in texts:
        keys.append(propose_key(text, taken=keys, otherwise="question"))
    assert len(set(keys)) == len(keys)
    assert all(GOOD_KEY.fullmatch(key) for key in keys)
