import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.moderation.lists import screen
from voice.moderation.logic.folding import hidden_characters
from voice.moderation.logic.redaction import (
    BadPassages,
    from_screen,
    one_line_break,
    redacted,
)
from voice.moderation.logic.segments import segments

ANY = st.text(max_size=200)


def noticed(words):
    return [
        (hint["kind"], words[hint["start"] : hint["end"]])
        for hint in screen(words).hints
    ]


@pytest.mark.parametrize(
    "words",
    [
        "i want to kill myself",
        "I WANT TO KILL MYSELF",
        "i want to kilmyself or kill  myself",
        "s\u200bu\u200bi\u200bc\u200bi\u200bd\u200be",
        "ѕuісіdе",
        "ѕelf-harm",
        "suiiiicide",
        "s u i c i d e",
        "ｓｕｉｃｉｄｅ",
        "sui\u202ecide",
        "he hits\nme",
        "I don’t want to be here",
        "i dont feel safe",
        "scared of being on my own at night tbh",
        "مجھے ڈر لگتا ہے",
        "مجهے ڈر لگتا هے",
        "وہ خودکشی کی بات",
    ],
)
def test_a_possible_worry_is_raised_however_it_is_written(words):
    assert screen(words).worry


@pytest.mark.parametrize(
    "words",
    [
        "",
        "she is nice she lisens to me",
        "text me back?? its not hard lol",
        "I like my bed. It has a shark cover.",
        "therapeutic grapes",
        "میری سوشل ورکر بہت اچھی ہیں",
    ],
)
def test_ordinary_words_are_no_worry(words):
    assert not screen(words).worry


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("my number is 07700 900417 can she ring", [("phone", "07700 900417")]),
        ("+44 7700 900 417", [("phone", "+44 7700 900 417")]),
        ("07700\u200b900417", [("phone", "07700\u200b900417")]),
        ("۰۷۷۰۰۹۰۰۴۱۷ ہے", [("phone", "۰۷۷۰۰۹۰۰۴۱۷")]),
        ("i live at BD1 1AA ok", [("postcode", "BD1 1AA")]),
        ("its sw1a1aa", [("postcode", "sw1a1aa")]),
        ("kez@calderwick.example pls", [("email", "kez@calderwick.example")]),
        ("add me on snap @kez_demo21 ill", [("handle", "@kez_demo21")]),
        ("we are 14 and 12, at 6 or 7", []),
        ("in 2026 it was 100 000", []),
    ],
)
def test_personal_data_is_noticed_where_it_stands(words, expected):
    assert noticed(words) == expected


@given(ANY, ANY)
def test_more_words_never_take_a_worry_away(before, after):
    if screen(before).worry:
        assert screen(f"{before} {after}").worry
        assert screen(f"{after} {before}").worry


@given(ANY, st.sampled_from(["kill myself", "he hits me", "s u i c i d e", "خودکشی"]))
def test_a_worry_is_found_whatever_stands_around_it(around, worry):
    assert screen(f"{around}\n{worry}\n{around}").worry


@given(st.text())
def test_hints_stand_inside_the_words_and_hold_none_of_them(words):
    for hint in screen(words).hints:
        assert set(hint) == {"kind", "start", "end"}
        assert 0 <= hint["start"] < hint["end"] <= len(words)


@given(st.text(), st.text())
def test_the_pieces_on_the_screen_are_the_words_as_written(words, more):
    text = f"{words} kill myself \u202e 07700 900417 {more}"
    assert "".join(one.text for one in segments(text, screen(text).hints)) == text


def test_a_character_that_turns_direction_stands_alone():
    pieces = segments("a\u202eb\u202e\u202ec", [])
    assert [one.text for one in pieces if one.kind == "unseen"] == ["\u202e"] * 3


def test_hidden_characters_are_counted():
    assert hidden_characters("a\u200bb\u202ec") == 2


@given(st.text(min_size=1), st.data())
def test_redacting_replaces_the_passage_and_nothing_else(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert (
        redacted(text, [(start, end, "[name]")]) == text[:start] + "[name]" + text[end:]
    )


@given(st.text(), st.lists(st.tuples(st.integers(-2, 9), st.integers(-2, 9))))
def test_passages_that_touch_are_refused_never_mangled(text, places):
    passages = [(start, end, "[x]") for start, end in places]
    try:
        redacted(text, passages)
    except BadPassages:
        return
    ordered = sorted(places)
    assert ordered
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))


@given(st.text(alphabet="a🙂\r\n"))
def test_places_on_the_screen_are_found_in_the_words(text):
    shown = one_line_break(text)
    for place in range(len(shown) + 1):
        assert one_line_break(text[: from_screen(place, text=text)]) == shown[:place]
