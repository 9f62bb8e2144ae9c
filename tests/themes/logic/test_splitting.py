from collections import Counter

import pytest

from voice.themes.logic.splitting import folds, spread

LABELS = [
    *[frozenset({"often"})] * 60,
    *[frozenset({"often", "some"})] * 24,
    *[frozenset({"rare"})] * 6,
    *[frozenset()] * 10,
]


def counts(places):
    return Counter(theme for at in places for theme in LABELS[at])


def test_every_text_is_in_one_part_and_the_parts_have_their_sizes():
    parts = spread(LABELS, sizes=[50, 30, 20], seed=3)
    assert [len(part) for part in parts] == [50, 30, 20]
    assert sorted(at for part in parts for at in part) == list(range(100))


def test_every_part_has_its_share_of_every_theme():
    first, second = spread(LABELS, sizes=[50, 50], seed=3)
    assert counts(first) == {"often": 42, "some": 12, "rare": 3}
    assert counts(second) == counts(first)


def test_the_same_seed_gives_the_same_parts_and_another_others():
    assert folds(LABELS, count=5, seed=1) == folds(LABELS, count=5, seed=1)
    assert folds(LABELS, count=5, seed=1) != folds(LABELS, count=5, seed=2)


def test_folds_differ_by_one_text_at_most():
    assert [len(fold) for fold in folds(LABELS[:13], count=5, seed=0)] == [
        3, 3, 3, 2, 2,
    ]  # fmt: skip


def test_sizes_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError):
        spread(LABELS, sizes=[50, 49], seed=0)
