import pytest

from voice.young_editors.logic.passages import (
    Passage,
    fingerprint_of,
    not_passed,
    packed,
    shown_to,
    unpacked,
    what_changed,
)


def passage(text, key="we_will.en.", **more):
    return Passage(key, "We will", text, **{"language": "en", **more})


def test_one_changed_word_changes_the_fingerprint():
    before = fingerprint_of([passage("We ring before we come.")])
    assert fingerprint_of([passage("We ring before we come.")]) == before
    assert fingerprint_of([passage("We call before we come.")]) != before


def test_a_word_that_moved_to_another_passage_changes_the_fingerprint():
    one = [passage("Ring", "a"), passage("", "b")]
    other = [passage("", "a"), passage("Ring", "b")]
    assert fingerprint_of(one) != fingerprint_of(other)


def test_a_heading_in_better_words_does_not_ask_again():
    one = Passage("a", "Next", "Ring", "en")
    other = Passage("a", "What comes next", "Ring", "en")
    assert fingerprint_of([one]) == fingerprint_of([other])


def test_what_is_fixed_counts_where_it_is_more_than_the_text():
    one, other = passage("In May", fixed="2026-05-01"), passage("In May", fixed="2027")
    assert fingerprint_of([one]) != fingerprint_of([other])


def test_they_see_their_languages_and_ages_alone():
    english, urdu = passage("a"), passage("b", "b", language="ur")
    young = passage("c", "c", age_band="4-7")
    shown = shown_to([english, urdu, young], languages=["en"], age_bands=["8-10"])
    assert shown == [english]
    assert shown_to([young], languages=["en"], age_bands=[]) == [young]


def test_a_column_keeps_passages_as_they_were():
    every = [passage("a", age_band="4-7"), passage("b", "b", is_quote=True)]
    assert unpacked(packed(every)) == every


def test_changes_are_told_word_by_word():
    (changed,) = what_changed([passage("We may ring.")], [passage("We will ring.")])
    assert [(one.kind, one.words) for one in changed.pieces] == [
        ("same", "We "),
        ("gone", "may"),
        ("new", "will"),
        ("same", " ring."),
    ]


def test_a_passage_that_came_or_went_is_a_change():
    (came,) = what_changed([], [passage("New")])
    (went,) = what_changed([passage("Old")], [])
    assert [one.kind for one in (*came.pieces, *went.pieces)] == ["new", "gone"]


def test_nothing_changed_is_nothing():
    assert what_changed([passage("Same")], [passage("Same")]) == []


@pytest.mark.parametrize(
    "words",
    [
        "You said: “they never come when they say”.",
        'You said: "they never come when they say".',
        "You said: «they never come when they say».",
    ],
)
def test_words_in_quotation_marks_are_only_those_that_were_passed(words):
    quoted = "they never come when they say"
    assert not_passed([passage(words)], passed=[]) == [quoted]
    assert (
        not_passed([passage(words)], passed=["They never come, when they say!"]) == []
    )


def test_the_name_of_a_button_is_no_quote():
    assert not_passed([passage("Press “Tell somebody now”.")], passed=[]) == []


def test_a_released_quote_may_hold_a_quote():
    inside = passage("He said “I will be there on Monday”", is_quote=True)
    assert not_passed([inside], passed=[]) == []
