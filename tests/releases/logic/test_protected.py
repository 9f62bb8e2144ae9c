import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.releases.logic.protected import (
    Code,
    NotProtected,
    Protected,
    coarse_share_code,
    nearest_percent,
    protect_count,
    protect_percent,
    protect_share,
    share_code,
    travelled,
)
from voice.releases.logic.rule import Rule, RuleTooWeak
from voice.releases.presentation import words_for

RULE = Rule()


def test_bare_number_cannot_be_made_protected():
    with pytest.raises(NotProtected):
        Protected(Code.COUNT, 7)


def test_protected_value_cannot_be_changed():
    with pytest.raises(AttributeError):
        protect_count(40, RULE).number = 41


@given(st.integers(0, 9))
def test_count_under_ten_reads_like_nought(count):
    assert protect_count(count, RULE).figure() == {
        "code": "fewer_than",
        "number": 10,
        "words": "fewer than 10",
    }


@given(st.integers(10, 100_000))
def test_count_from_ten_is_told_to_the_nearest_five(count):
    told = protect_count(count, RULE)
    assert told.code == Code.COUNT
    assert told.number % 5 == 0
    assert abs(told.number - count) <= 2
    assert told.number >= 10


def test_negative_count_is_refused():
    with pytest.raises(ValueError):
        protect_count(-1, RULE)


@given(st.integers(0, 500), st.integers(0, 500))
def test_percent_comes_from_protected_numbers_alone(count, of):
    percent = protect_percent(protect_count(count, RULE), protect_count(of, RULE))
    for near in range(count - 2, count + 3):
        if near >= 0 and protect_count(near, RULE) == protect_count(count, RULE):
            same = protect_percent(protect_count(near, RULE), protect_count(of, RULE))
            assert same == percent


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_percent_is_a_multiple_of_five_and_never_none_or_all(count, of):
    percent = protect_percent(protect_count(count, RULE), protect_count(of, RULE))
    if percent is not None and percent.code == Code.PERCENT:
        assert percent.number % 5 == 0
        assert 5 <= percent.number <= 90


@pytest.mark.parametrize(
    ("count", "of", "words"),
    [
        (47, 152, "30%"),
        (13, 152, "10%"),
        (10, 1000, "a few"),
        (960, 1000, "nearly all"),
        (940, 1000, "nearly all"),
        (920, 1000, "90%"),
    ],
)
def test_percent_words(count, of, words):
    percent = protect_percent(protect_count(count, RULE), protect_count(of, RULE))
    assert percent.words == words


@pytest.mark.parametrize(("count", "of"), [(9, 100), (15, 27), (0, 0)])
def test_percent_is_not_told_of_a_hidden_count_or_a_base_under_thirty(count, of):
    assert protect_percent(protect_count(count, RULE), protect_count(of, RULE)) is None


@given(st.integers(1, 2000), st.data())
def test_nearest_percent_is_the_nearest_multiple_of_five(whole, data):
    part = data.draw(st.integers(0, whole))
    percent = nearest_percent(part, whole)
    assert percent % 5 == 0
    assert abs(percent - 100 * part / whole) <= 2.5


@given(st.integers(5, 300), st.data())
def test_share_words_never_tell_nobody_from_one_or_everybody_from_all_but_one(of, data):
    assert share_code(0, of) == share_code(1, of) == Code.FEW
    assert share_code(of, of) == share_code(of - 1, of) == Code.NEARLY_ALL
    assert coarse_share_code(0, of) == coarse_share_code(1, of) == Code.FEW
    assert coarse_share_code(of, of) == coarse_share_code(of - 1, of) == Code.MOST
    count = data.draw(st.integers(0, of))
    assert not any(letter.isdigit() for letter in protect_share(count, of).words)


@given(st.integers(5, 300))
def test_share_words_only_rise_with_the_share(of):
    order = list(Code)
    places = [order.index(share_code(count, of)) for count in range(of + 1)]
    assert places == sorted(places)


@pytest.mark.parametrize("of", range(5))
def test_share_of_fewer_than_five_is_not_shown(of):
    assert protect_share(of, of).code == Code.NOT_SHOWN


@pytest.mark.parametrize(("threshold", "base"), [(9, 5), (10, 4), (5, 5), (12, 5)])
def test_rule_under_the_floor_is_refused(threshold, base):
    with pytest.raises(RuleTooWeak):
        Rule(threshold, base)


def test_stronger_rule_is_allowed():
    assert protect_count(14, Rule(15, 5)).words == "fewer than 15"


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_whatever_the_module_tells_can_travel(count, of):
    told = [protect_count(count, RULE), protect_share(count, of)]
    if percent := protect_percent(told[0], protect_count(of, RULE)):
        told.append(percent)
    assert [travelled(one.figure()) for one in told] == told


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("count", 37),
        ("count", 5),
        ("count", 0),
        ("count", None),
        ("fewer_than", 3),
        ("percent", 41),
        ("percent", 0),
        ("percent", 100),
        ("some", 10),
    ],
)
def test_a_number_that_no_rule_tells_is_not_rendered(code, number):
    with pytest.raises(NotProtected):
        words_for({"code": code, "number": number, "words": ""})
