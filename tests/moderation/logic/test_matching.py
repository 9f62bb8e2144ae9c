"""Phrases are found however they are written, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.moderation.logic import screening
from voice.moderation.logic.folding import folded, hidden_characters
from voice.moderation.logic.screening import Lists, lists, phrases_in
from voice.moderation.logic.spellings import spellings

PHRASE = ["zanzibar harbour"]
ANY = st.text(max_size=120)


def noticed(words, phrases=PHRASE):
    ready = lists(phrases={"test/1": phrases})
    return [
        words[hint["start"] : hint["end"]]
        for hint in screening.screen(words, lists=ready).hints
        if hint["kind"] == "worry"
    ]


@pytest.mark.parametrize(
    "written",
    [
        "zanzibar harbour",
        "ZANZIBAR  Harbour",
        "zaaaanzibar harboooour",
        "z a n z i b a r   h a r b o u r",
        "z.a.n.z.i.b.a.r h-a-r-b-o-u-r",
        "zanzi bar harbour",
        "zanzibarharbour",
        "z4nz1b4r h@rb0ur",
        "zanz*bar har##ur",
        "z\u200banz\u200bibar har\u00adbour",
        "zanzi\u202ebar \u2066harbour",
        "zаnzіbаr hаrbоur",
        "ｚａｎｚｉｂａｒ ｈａｒｂｏｕｒ",
        "𝔃𝓪𝓷𝔃𝓲𝓫𝓪𝓻 𝓱𝓪𝓻𝓫𝓸𝓾𝓻",
        "🅉🄰🄽🅉🄸🄱🄰🅁 🅷🅰🆁🅱🅾🆄🆁",
        "zàñzíbär härbôur",
        "zanzibra harbour",
        "zanzibar harbor",
    ],
)
def test_a_phrase_is_found_and_its_place_is_the_childs_own(written):
    assert noticed(f"so… {written}, ok") == [written]


@pytest.mark.parametrize(
    "written",
    ["zanzibar", "harbour zanzibar", "zanzibars harbour", "xzanzibar harbour", ""],
)
def test_what_is_not_the_phrase_is_left_alone(written):
    assert noticed(written) == []


def test_be_at_me_is_not_beat_me():
    assert noticed("he will be at me house", ["beat me"]) == []
    assert noticed("he b e a t me", ["beat me"]) == ["b e a t me"]


def test_a_star_stands_for_up_to_three_words():
    phrases = ["kill * self"]
    assert noticed("kill self", phrases) == ["kill self"]
    assert noticed("kill my own dear self", phrases) == ["kill my own dear self"]
    assert noticed("kill one two three four self", phrases) == []


def test_words_run_together_are_found_inside_a_run_of_letters():
    assert noticed("ithinkhehitsmenow", ["hits me"]) == ["hitsme"]


def test_headings_are_no_phrases():
    assert list(phrases_in(["# killing", "", " a b ", "#x"])) == ["a b"]


def test_a_phrase_is_tried_as_others_spell_it():
    assert ("wana", "die") not in spellings(("want", "to", "die"))
    assert ("dnt", "fel") in set(spellings(("dont", "fel")))


@given(ANY)
def test_every_letter_of_the_copy_says_where_it_stood(words):
    copy = folded(words)
    assert len(copy.text) == len(copy.places)
    assert list(copy.places) == sorted(copy.places)
    assert all(0 <= place < len(words) for place in copy.places)


@given(ANY, st.lists(st.text("abcdehimt ", min_size=3, max_size=12), max_size=4), ANY)
def test_adding_a_phrase_lowers_nothing(words, phrases, more):
    before = {"a/1": phrases}
    after = {"a/2": [*phrases, more], "b/1": PHRASE}
    text = f"{words} {' '.join(phrases)} {more}"

    def covered(ready: Lists):
        seen = screening.screen(text, lists=ready)
        places = {
            place
            for hint in seen.hints
            if hint["kind"] == "worry"
            for place in range(hint["start"], hint["end"])
        }
        return seen.worry, places

    worry, places = covered(lists(phrases=before))
    worry_after, places_after = covered(lists(phrases=after))
    assert worry_after >= worry
    assert places <= places_after


@given(st.text("aiml1!* .", max_size=400))
def test_a_text_made_to_be_slow_is_still_looked_through(words):
    noticed(words, ["aaa iii mmm", "mill all", "a * l"])


def test_emoji_are_no_hidden_characters():
    assert hidden_characters("❤\ufe0f") == 0
    assert hidden_characters("a\u200bb\u202ec\U000e0041") == 3
