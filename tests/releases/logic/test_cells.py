"""The intruder knows the rules, every algorithm here, and who answered."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice.releases.logic.cells import told_cell, told_in_words, told_row
from voice.releases.logic.protected import Code, protect_count
from voice.releases.logic.rule import Rule

RULE = Rule()


def published(counts, of, *, adds_up):
    """Return everything a page shows of one row."""
    cells = told_row(counts, of, RULE, adds_up=adds_up)
    return (protect_count(of, RULE), *cells)


def grouped(datasets, show):
    """Return the datasets by what is shown of them."""
    groups = defaultdict(list)
    for counts, of in datasets:
        groups[show(counts, of)].append((counts, of))
    return groups.values()


def assert_nobody_is_pinned(alike):
    """Fail when, of all datasets that look alike, some option is nobody or all."""
    for option in range(len(alike[0][0])):
        assert any(counts[option] > 0 for counts, _ in alike), alike[0]
        assert any(counts[option] < of for counts, of in alike), alike[0]


def test_no_table_of_two_or_three_options_proves_anybody_s_answer():
    """Every table up to 36 a cell: nobody can be proven to have said yes or no."""
    for options, most in [(2, 60), (3, 36)]:
        datasets = [
            (counts, sum(counts)) for counts in product(range(most + 1), repeat=options)
        ]
        shown = grouped(datasets, lambda c, of: published(c, of, adds_up=True))
        for alike in shown:
            # Beyond the edge of what was enumerated there are more like it.
            if max(max(counts) for counts, _ in alike) < most - 12:
                assert_nobody_is_pinned(alike)


def test_words_only_row_proves_nobody_s_answer():
    """Of a group whose size everybody knows, every way to answer one question."""
    for of, options in product(range(30), (2, 3, 4)):
        if of > 14 and options == 4:
            continue
        datasets = [
            ((*counts, of - sum(counts)), of)
            for counts in product(range(of + 1), repeat=options - 1)
            if sum(counts) <= of
        ]
        shown = grouped(datasets, lambda c, n: tuple(told_in_words(c, n, adds_up=True)))
        for alike in shown:
            if of:
                assert_nobody_is_pinned(alike)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(20, 400), st.data())
def test_nought_and_nine_look_the_same_beside_the_same_cells(low, high, of, data):
    others = data.draw(st.lists(st.integers(of // 3, of - 10), min_size=2, max_size=5))
    shown = [published([count, *others], of, adds_up=False) for count in (low, high)]
    assert shown[0] == shown[1]


@settings(deadline=None)
@given(st.lists(st.integers(0, 120), min_size=2, max_size=8), st.booleans())
def test_no_count_under_ten_is_ever_told(counts, adds_up):
    of = sum(counts) if adds_up else max(counts)
    for count, told in zip(
        counts, told_row(counts, of, RULE, adds_up=adds_up), strict=True
    ):
        if count < 10:
            assert told.count.code in {Code.FEWER_THAN, Code.NOT_SHOWN}
            assert told.percent is None
        if told.count.code == Code.COUNT:
            assert count >= 10
            assert of - count >= 10


@pytest.mark.parametrize("rest", range(10))
def test_cell_whose_complement_is_under_ten_is_nearly_all(rest):
    told = told_cell(90, 90 + rest, RULE)
    assert told.count.words == "nearly all"
    assert told.percent is None


def test_complement_of_a_hidden_count_cannot_be_taken_from_the_base():
    shown = [published([95 + no, 5 - no], 100, adds_up=True) for no in (0, 5)]
    assert shown[0] == shown[1]


def test_three_big_cells_rounded_alike_do_not_give_the_small_one_away():
    """38 each is told as 40, 152 as 150: sums alone would prove the rest is nobody."""
    cells = told_row([38, 38, 38, 38, 0], 152, RULE, adds_up=True)
    assert [told.count.code for told in cells].count(Code.COUNT) < 4
    assert cells[4].count.code == Code.FEWER_THAN


def test_row_of_fewer_than_ten_is_not_shown():
    cells = told_row([5, 4], 9, RULE, adds_up=True)
    assert [told.count.code for told in cells] == [Code.NOT_SHOWN] * 2


def test_words_of_a_group_of_four_are_not_shown():
    assert [word.code for word in told_in_words([3, 1], 4, adds_up=True)] == [
        Code.NOT_SHOWN
    ] * 2


def test_words_become_coarser_before_they_give_somebody_away():
    """Five words would prove of six that the third option is nobody's."""
    assert [w.words for w in told_in_words([4, 2, 0], 6, adds_up=True)] == [
        "most",
        "a few",
        "a few",
    ]


def test_words_are_not_shown_when_even_three_give_somebody_away():
    assert [w.words for w in told_in_words([3, 3, 0], 6, adds_up=True)] == [
        "not shown"
    ] * 3


def test_no_count_becomes_known_exactly_through_its_neighbours():
    """Four of 38 in 152, all told as 40 of 150: sums alone would prove each is 38."""
    cells = told_row([38, 38, 38, 38], 152, RULE, adds_up=True)
    assert [told.count.code for told in cells].count(Code.COUNT) < 4
