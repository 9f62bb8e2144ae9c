"""What screening finds on the labelled sentences is what the desk says it finds."""

from collections import Counter
from pathlib import Path

import pytest

from tests.moderation.lists import screen
from voice.moderation.logic import meaning
from voice.moderation.logic.folding import folded
from voice.moderation.logic.lists import lines_of
from voice.moderation.logic.measured import MEASURED
from voice.moderation.logic.measuring import Share, measure, read_labelled
from voice.moderation.logic.screening import Seen, phrases_in

LABELLED = Path(__file__).parents[1] / "labelled" / "sentences.tsv"
SENTENCES = read_labelled(LABELLED.read_text(encoding="utf-8").splitlines())
# The same processor gives the same vectors; another may differ in the last digits.
SLACK = 2


@pytest.fixture(scope="module")
def measured():
    return measure(SENTENCES, look=screen)


def test_there_are_two_hundred_sentences_and_more_and_each_is_there_once():
    assert len(SENTENCES) >= 200
    assert [
        text for text, n in Counter(one.text for one in SENTENCES).items() if n > 1
    ] == []


def test_the_desk_says_what_the_lists_find(measured):
    assert measured.openly == MEASURED.openly
    assert measured.in_other_words == MEASURED.in_other_words


def test_every_evasion_is_found(measured):
    missed = {
        group: share
        for group, share in measured.groups.items()
        if share.found < share.of
        and group not in {"misspelt and slang", "in other words"}
    }
    assert missed == {}


def test_few_ordinary_sentences_are_raised(measured):
    assert measured.worries_right.interval[0] >= 0.85
    assert measured.personal_right.interval[0] >= 0.75


def test_every_kind_of_personal_data_is_noticed(measured):
    assert {
        kind for kind, share in measured.kinds.items() if share.found < share.of
    } == set()
    assert set(measured.kinds) == {
        "address", "date", "email", "handle", "name", "nhs_number", "ni_number",
        "phone", "postcode", "school", "worker",
    }  # fmt: skip


def test_an_interval_is_wilsons():
    low, high = Share(33, 50).interval
    assert (round(low, 3), round(high, 3)) == (0.522, 0.776)
    assert Share(0, 0).interval == (0.0, 1.0)


def test_nearness_in_meaning_finds_what_the_desk_says_and_leaves_the_rest_alone():
    model = meaning.loaded()
    examples = model.vectors(list(phrases_in(lines_of("examples"))))

    def look(words):
        near = list(meaning.near(folded(words).text, examples=examples, meaning=model))
        seen = screen(words)
        return Seen(seen.worry or bool(near), seen.hints, seen.reasons)

    found = measure(SENTENCES, look=look)
    wanted = MEASURED.in_other_words_by_meaning
    assert abs(found.in_other_words.found - wanted.found) <= SLACK
    assert found.in_other_words.of == wanted.of
    ordinary = [one for one in SENTENCES if not one.kinds]
    raised_by_lists = sum(screen(one.text).worry for one in ordinary)
    assert sum(look(one.text).worry for one in ordinary) <= raised_by_lists + SLACK


def test_the_model_is_the_one_we_know(monkeypatch):
    monkeypatch.setitem(meaning.HASHES, meaning.TOKENIZER, "0" * 64)
    with pytest.raises(meaning.CannotMeasure):
        meaning.Meaning()


def test_without_the_extra_it_says_so(monkeypatch):
    monkeypatch.setattr(meaning, "find_spec", lambda name: None)
    assert not meaning.is_installed()
    with pytest.raises(meaning.CannotMeasure):
        meaning.Meaning()


def test_a_text_without_full_stops_is_looked_at_in_windows():
    text = " ".join(f"w{n}" for n in range(40))
    found = list(meaning.pieces(text))
    assert [text[piece.start : piece.end] for piece in found] == [
        one.text for one in found
    ]
    assert {word for piece in found for word in piece.text.split()} == set(text.split())
