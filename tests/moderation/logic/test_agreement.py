import pytest

from voice.moderation.logic.agreement import agreement


def pairs(**counts):
    return [
        tuple(name.split("_")) for name, count in counts.items() for _ in range(count)
    ]


def test_kappa_of_a_table_worked_out_by_hand():
    """Both yes 20, both no 15, else 5 and 10: observed 0.7, by chance 0.5."""
    told = agreement(pairs(yes_yes=20, yes_no=5, no_yes=10, no_no=15))
    assert (told.agreed, told.pairs, told.percent) == (35, 50, 70)
    assert told.kappa == pytest.approx(0.4)


def test_kappa_of_always_the_same_is_one():
    assert agreement(pairs(yes_yes=15, no_no=15)).kappa == 1


def test_kappa_says_nothing_of_few_pairs_or_of_one_answer():
    assert agreement(pairs(yes_yes=10, no_no=9)).kappa is None
    assert agreement(pairs(yes_yes=50)).kappa is None
    assert (agreement([]).kappa, agreement([]).percent) == (None, 0)
