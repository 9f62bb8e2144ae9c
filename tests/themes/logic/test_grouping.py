import pytest

from tests.factories.suggestions import ABOUT
from voice.themes.logic.grouping import groups_of

MIXED = [
    f"{words} {at}" for at in range(3) for words in (*ABOUT["moves"], *ABOUT["workers"])
]


def test_every_comment_stands_in_one_group_and_the_largest_come_first():
    groups = groups_of(MIXED, None)
    assert sorted(at for one in groups for at in one.places) == list(range(len(MIXED)))
    sizes = [len(one.places) for one in groups]
    assert sizes == sorted(sizes, reverse=True)


def test_comments_of_the_same_words_stand_together():
    texts = ["black bags again"] * 6 + ["my worker never texts"] * 6
    found = {frozenset(one.places) for one in groups_of(texts, None)}
    assert found == {frozenset(range(6)), frozenset(range(6, 12))}


def test_the_typical_are_three_different_ones_of_the_group():
    texts = ["Black bags again", "black  bags again"] * 4 + [
        "black bags",
        "bags again",
        "bags of black",
        "bags, again",
    ]
    for one in groups_of(texts, None):
        assert len(one.typical) <= 3
        assert set(one.typical) <= set(one.places)
        said = [" ".join(texts[at].lower().split()) for at in one.typical]
        assert len(set(said)) == len(said)


def test_vectors_are_used_where_there_are_some():
    import numpy

    texts = [f"same words here {at}" for at in range(12)]
    vectors = numpy.array([[1.0, 0.0]] * 6 + [[0.0, 1.0]] * 6)
    found = {frozenset(one.places) for one in groups_of(texts, vectors)}
    assert found == {frozenset(range(6)), frozenset(range(6, 12))}


def test_the_same_texts_give_the_same_groups():
    assert groups_of(MIXED, None) == groups_of(MIXED, None)


def test_the_words_told_are_those_of_the_group():
    texts = ["black bags again"] * 6 + ["worker never texts"] * 6
    words = {one.words[:2] for one in groups_of(texts, None)}
    assert all(set(two) <= {"black", "bags"} or "bags" not in two for two in words)
    assert len(words) == 2


@pytest.mark.parametrize(
    "texts", [[], ["black bags"] * 7, [chr(97 + at) * 5 for at in range(10)], [""] * 9]
)
def test_too_few_or_too_different_are_not_grouped(texts):
    assert groups_of(texts, None) == []
