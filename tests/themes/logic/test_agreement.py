from itertools import permutations
from random import Random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.themes.logic.agreement import (
    alpha,
    alpha_interval,
    alpha_of_theme,
    f1_interval,
    masi,
    nominal,
    response_f1,
)

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
MANY_CODERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

sets = st.frozensets(st.integers(0, 5), max_size=4)
units = st.lists(st.lists(sets, min_size=2, max_size=4), min_size=1, max_size=12)


def by_comment(coders):
    """Return what was given to each comment, a dot being nothing."""
    return [[v for v in column if v != "."] for column in zip(*coders, strict=True)]


def singletons(coded):
    """Return the same codings as sets of one."""
    return [[frozenset({value}) for value in unit] for unit in coded]


@pytest.mark.parametrize(
    ("coders", "published"),
    [(BINARY, 0.095), (NOMINAL, 0.692), (MANY_CODERS, 0.743)],
)
def test_alpha_is_that_of_the_published_examples(coders, published):
    coded = by_comment(coders)
    assert alpha(coded, nominal) == pytest.approx(published, abs=0.0005)
    assert alpha(singletons(coded), masi) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize(
    ("first", "second", "published"),
    [
        ({1, 2}, {1, 2}, 0),
        ({1, 2}, {1, 2, 3, 4}, 1 - 1 / 2 * 2 / 3),
        ({1, 2}, {2, 3}, 1 - 1 / 3 * 1 / 3),
        ({1}, {2}, 1),
        (set(), {1}, 1),
        (set(), set(), 0),
    ],
)
def test_masi_is_as_its_paper_defines_it(first, second, published):
    assert masi(frozenset(first), frozenset(second)) == pytest.approx(published)


def test_alpha_of_sets_as_worked_by_hand():
    """Seen: 2 × ⅔ over 4 values. By chance: 12 pairs, apart 1, 1, 1, 1, ⅔, 0."""
    one, two = frozenset({1}), frozenset({2})
    both = frozenset({1, 2})
    coded = [[one, both], [two, two]]
    seen = 2 * (2 / 3) / 4
    expected = 2 * (1 + 1 + 2 / 3 * 3) / 12
    assert alpha(coded, masi) == pytest.approx(1 - seen / expected)


@given(units)
def test_alpha_is_one_exactly_when_all_agree(coded):
    found = alpha(coded, masi)
    agreed = all(len(set(unit)) == 1 for unit in coded)
    given_once = len({value for unit in coded for value in unit}) == 1
    assert (found is None) == given_once
    if found is not None:
        assert found <= 1
        assert (found == pytest.approx(1)) == agreed


@given(st.lists(st.lists(sets, min_size=3, max_size=3), min_size=1, max_size=6))
def test_who_is_named_first_and_which_comment_changes_nothing(coded):
    known = alpha(coded, masi)
    for order in permutations(range(3)):
        turned = [[unit[at] for at in order] for unit in reversed(coded)]
        assert alpha(turned, masi) == (None if known is None else pytest.approx(known))


@given(sets, sets)
def test_masi_is_a_distance(first, second):
    assert 0 <= masi(first, second) == masi(second, first) <= 1
    assert (masi(first, second) == 0) == (first == second)


def test_what_one_person_coded_says_nothing():
    coded = by_comment(NOMINAL)
    assert alpha([*coded, ["a"], []], nominal) == alpha(coded, nominal)
    assert alpha([["a"], ["b"]], nominal) is None


def test_alpha_of_a_theme_asks_only_for_that_theme():
    a, b = frozenset({1, 2}), frozenset({2})
    coded = [[a, a], [b, b], [a, frozenset({1})]]
    assert alpha_of_theme(coded, 1) == pytest.approx(1)
    assert alpha_of_theme(coded, 2) < 0.5
    assert alpha_of_theme(coded, 3) is None


def test_response_f1_is_the_mean_over_comments_of_what_is_shared():
    coded = [
        [frozenset({1, 2}), frozenset({1})],
        [frozenset({1}), frozenset({2})],
        [frozenset(), frozenset()],
        [frozenset({3})],
    ]
    assert response_f1(coded) == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert response_f1([[frozenset({3})]]) is None


def test_interval_holds_the_figure_narrows_with_more_and_is_told_alike_twice():
    coded = singletons(by_comment(NOMINAL))
    few, many = alpha_interval(coded, masi), alpha_interval(coded * 8, masi)
    assert few.low < alpha(coded, masi) < few.high <= 1
    assert many.high - many.low < (few.high - few.low) / 2
    assert alpha_interval(coded, masi) == few
    share = f1_interval(coded)
    assert share.low < response_f1(coded) < share.high


def test_interval_of_nothing_is_none():
    assert alpha_interval([["a", "a"]], nominal) is None
    assert f1_interval([[frozenset({1})]]) is None


def test_interval_holds_what_is_true_about_ninety_five_times_in_a_hundred():
    """Two coders who agree on half, of many samples of one long list."""
    chance = Random(7)
    whole = [
        [value := chance.choice("ab"), value]
        if chance.random() < 0.5
        else [chance.choice("ab"), chance.choice("ab")]
        for _ in range(5000)
    ]
    truth = alpha(whole, nominal)
    held = 0
    for _ in range(100):
        found = alpha_interval(chance.sample(whole, 80), nominal, resamples=200)
        held += found.low <= truth <= found.high
    assert held >= 88


def test_drawing_every_comment_once_would_give_alpha_itself(monkeypatch):
    """The quick sum over many draws is the same one as alpha's."""
    coded = singletons(by_comment(MANY_CODERS))

    class Drawing:
        def multinomial(self, comments, _shares, *, size):
            return numpy.ones((size, comments), dtype=int)

    monkeypatch.setattr(numpy.random, "default_rng", lambda _seed: Drawing())
    found = alpha_interval(coded, masi)
    assert found.low == found.high == pytest.approx(alpha(coded, masi))
