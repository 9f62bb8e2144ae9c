import numpy as np

from voice.themes.logic.alike import beside_each_other, by_meaning, by_words, nearest

TEXTS = [
    "my social worker changed again",
    "the food is cold",
    "social workers keep changing",
    "cold food every day",
    "i miss my dog",
]


def test_comments_that_share_words_are_told_beside_each_other():
    order = beside_each_other(by_words(TEXTS))
    assert sorted(order) == [0, 1, 2, 3, 4]
    assert abs(order.index(0) - order.index(2)) == 1
    assert abs(order.index(1) - order.index(3)) == 1


def test_the_comment_asked_about_comes_first_then_the_most_like_it():
    assert nearest(by_words(TEXTS), 3)[:2] == [3, 1]


def test_misspelt_words_are_still_alike():
    alike = by_words(["soshal worker", "social worker", "pizza"])
    assert alike[0][1] > alike[0][2]


def test_texts_without_any_letters_are_like_nothing():
    assert by_words([" ", "  "]).tolist() == np.eye(2).tolist()


def test_meaning_is_compared_by_direction_alone_and_nothing_is_not_a_direction():
    alike = by_meaning(np.array([[1, 0], [5, 0], [0, 2], [0, 0]], dtype=np.float32))
    assert alike.tolist() == [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]


def test_of_no_comments_there_is_no_order():
    assert beside_each_other(np.zeros((0, 0), dtype=np.float32)) == []
