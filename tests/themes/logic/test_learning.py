import numpy
import pytest

from tests.themes.invented import invented
from voice.themes.enums import Likeliness
from voice.themes.logic.accuracy import measure
from voice.themes.logic.learning import (
    CannotLearn,
    ThemeText,
    learn,
    match_to_sentences,
)
from voice.themes.logic.vectors import sentence_vectors


@pytest.fixture(scope="module")
def learned():
    texts, labels = invented(120)
    return learn(texts, labels, vectors=None)


def test_what_was_learned_is_said_of_texts_it_never_saw(learned):
    texts, labels = invented(80, seed=2)
    found = measure(labels, learned.suggest(texts, None))
    assert found["f1"] >= 0.9
    assert found["sure_right"] >= 0.92
    assert found["sure_covers"] >= 0.4


def test_proposals_are_three_at_most_likeliest_first_with_scores_from_0_to_1(learned):
    for one in learned.suggest(invented(20, seed=3)[0], None):
        scores = [proposal.score for proposal in one]
        assert 1 <= len(one) <= 3
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        assert len({proposal.theme for proposal in one}) == len(one)


def test_the_likeliest_is_never_a_mere_maybe(learned):
    firsts = [one[0].likeliness for one in learned.suggest(["", "zebra", "£"], None)]
    assert Likeliness.MAYBE not in firsts


def test_the_same_tags_teach_the_same(learned):
    again = learn(*invented(120), vectors=None)
    texts = invented(10, seed=4)[0]
    assert again.suggest(texts, None) == learned.suggest(texts, None)


def test_nothing_to_suggest_for_gives_nothing(learned):
    assert learned.suggest([], None) == []


def test_too_few_tags_or_one_theme_alone_teach_nothing():
    texts, labels = invented(19)
    with pytest.raises(CannotLearn):
        learn(texts, labels, vectors=None)
    with pytest.raises(CannotLearn):
        learn(["a"] * 30, [frozenset("x")] * 30, vectors=None)


def test_meaning_finds_what_shares_no_word():
    texts, labels = invented(60)
    rows = sentence_vectors(texts)
    learned = learn(texts, labels, vectors=rows)
    unheard = ["Supper was chilly: beans, beans, beans"]
    assert learned.suggest(unheard, sentence_vectors(unheard))[0][0].theme == "food"


def test_a_theme_nobody_tagged_yet_is_proposed_by_its_own_sentences():
    texts, labels = invented(60)
    money = ThemeText("money", ("Young people say their pocket money is late",))
    learned = learn(
        texts,
        labels,
        vectors=sentence_vectors(texts),
        themes=[money],
        theme_vectors=sentence_vectors(money.sentences),
    )
    asked = ["pocket money never comes on time"]
    found = learned.suggest(asked, sentence_vectors(asked))[0]
    assert "money" in [one.theme for one in found]
    assert learned.themes == ("food", "money", "school", "worker")


def test_sentences_without_their_vectors_are_left_out_where_texts_have_theirs():
    texts, labels = invented(60)
    rows = sentence_vectors(texts)
    money = ThemeText("money", ("Young people say their pocket money is late",))
    learned = learn(texts, labels, vectors=rows, themes=[money])
    assert learned.themes == ("food", "school", "worker")
    assert learned.suggest(texts, rows) == learn(texts, labels, vectors=rows).suggest(
        texts, rows
    )


def test_sentences_are_learned_from_by_their_words_alone_too():
    texts, labels = invented(60)
    money = ThemeText("money", ("Young people say their pocket money is late",))
    learned = learn(texts, labels, vectors=None, themes=[money])
    found = learned.suggest(["pocket money is late"], None)[0]
    assert found[0].theme == "money"


def test_many_texts_are_scored_as_a_few_are(learned, monkeypatch):
    texts = invented(25, seed=5)[0]
    whole = learned.suggest(texts, None)
    monkeypatch.setattr("voice.themes.logic.learning.AT_ONCE", 7)
    assert learned.suggest(texts, None) == whole


THEMES = [
    ThemeText("worker", ("Young people say their social worker keeps changing",)),
    ThemeText("food", ("Young people say the food is bad", "Cold dinners")),
]


def test_before_there_are_tags_a_theme_s_sentences_serve():
    texts = ["the grub is horrible", "a different lady from the council each month"]
    found = match_to_sentences(
        texts,
        sentence_vectors(texts),
        themes=THEMES,
        theme_vectors=sentence_vectors([s for one in THEMES for s in one.sentences]),
    )
    assert [one[0].theme for one in found] == ["food", "worker"]
    assert Likeliness.SURE not in {p.likeliness for one in found for p in one}


def test_before_there_are_tags_and_without_the_model_words_serve():
    texts = ["cold food for dinner", "my social worker left", "zebra"]
    found = match_to_sentences(texts, None, themes=THEMES, theme_vectors=None)
    assert [[p.theme for p in one][:1] for one in found] == [["food"], ["worker"], []]


def test_vectors_have_length_1_and_do_not_mind_the_order():
    rows = sentence_vectors(["short", "a rather longer text than the other one is"])
    assert rows.dtype == numpy.float32
    assert rows.shape == (2, 384)
    assert numpy.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert sentence_vectors([]).shape == (0, 384)


def test_without_the_model_there_are_no_vectors(monkeypatch):
    monkeypatch.setattr("voice.moderation.logic.meaning.NEEDS", ("no_such_package",))
    assert sentence_vectors(["a text"]) is None
