import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.releases.logic.attack import Bounds
from voice.releases.logic.cells import told_cell
from voice.releases.logic.intruder.telling import (
    Dialect,
    Reader,
    RuleAsTold,
    Unreadable,
    rule_of,
)
from voice.releases.logic.protected import protect_count, protect_share
from voice.releases.logic.rule import Rule


def told_so(figure, of, make):
    """Return the ends of all counts that `make` tells so."""
    counts = [count for count in range(of + 1) if figure in make(count)]
    return Bounds(min(counts), max(counts))


def figures_of(told):
    """Return a cell's share, or its count."""
    return (told.percent or told.count).figure()


@given(st.integers(10, 900), st.data(), st.booleans())
def test_a_share_stands_for_every_count_it_is_made_of(of, data, blurred):
    count = data.draw(st.integers(0, of))
    rule = Rule()
    figure = figures_of(told_cell(count, of, rule, blurred=blurred))
    told = Reader(rule).cell(figure, Bounds(of, of), Dialect.SHARES)
    assert told == told_so(
        figure,
        of,
        lambda one: [
            figures_of(told_cell(one, of, rule, blurred=way)) for way in (False, True)
        ],
    )


@given(st.integers(5, 200), st.data(), st.booleans())
def test_a_word_stands_for_every_count_it_is_made_of(of, data, coarse):
    count = data.draw(st.integers(0, of))
    figure = protect_share(count, of, coarse=coarse).figure()
    told = Reader(Rule()).cell(figure, Bounds(of, of), Dialect.WORDS)
    assert told == told_so(
        figure,
        of,
        lambda one: [
            protect_share(one, of, coarse=way).figure() for way in (False, True)
        ],
    )


@given(st.integers(0, 10**6))
def test_a_count_stands_for_what_is_rounded_to_it(count):
    rule = Rule()
    told = Reader(rule).count(protect_count(count, rule).figure())
    assert told.low <= count <= told.high
    near = range(max(0, told.low - 12), told.high + 12)
    assert {
        one for one in near if protect_count(one, rule) == protect_count(count, rule)
    } >= set(range(max(told.low, near.start), told.high + 1))


def test_a_number_that_is_not_rounded_is_itself():
    figure = {"code": "count", "number": 37, "words": "37"}
    assert Reader(Rule()).count(figure) == Bounds(37, 37)
    everybody = Bounds(90, 90)
    assert Reader(Rule()).cell(figure, everybody, Dialect.SHARES) == Bounds(37, 37)


def test_a_base_of_many_thousands_is_read_at_once():
    figure = {"code": "percent", "number": 35, "words": "35%"}
    told = Reader(Rule()).cell(figure, Bounds(557077, 557077), Dialect.SHARES)
    assert told.low == pytest.approx(0.325 * 557077, abs=9)
    assert told.high == pytest.approx(0.375 * 557077, abs=9)


def test_a_value_that_nobody_makes_is_unreadable():
    figure = {"code": "exactly", "number": 3, "words": "3"}
    with pytest.raises(Unreadable):
        Reader(Rule()).cell(figure, Bounds(40, 40), Dialect.TOTALS)
    with pytest.raises(Unreadable):
        Reader(Rule()).count(figure)


def test_a_rule_under_the_floor_is_read_as_it_is_told():
    note = {"name": "1/1", "threshold": 1, "base": 1, "version": 2}
    assert rule_of(note) == RuleAsTold(1, 1)
