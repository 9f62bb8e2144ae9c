import uuid

from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.setting_aside import (
    Came,
    burst,
    folded,
    places_chosen,
    same_words,
    too_quick,
)

PASTED = "this survey is rubbish and so are you"


def came(
    invitation=1, week="2026-11-16", quick=None, answers=None, places=(), words=()
):
    return Came(uuid.uuid4(), invitation, week, quick, answers or {}, places, words)


def ids(*rows):
    return {row.id for row in rows}


def test_same_words_pasted_often_enough_by_one_way_in_are_meant():
    pasted = [came(words=[PASTED.upper() + "!!"]) for _ in range(3)]
    other = came(words=["something else that is long enough"])
    elsewhere = came(invitation=2, words=[PASTED])
    assert same_words([*pasted, other, elsewhere], least=3) == ids(*pasted)


def test_short_words_that_many_say_are_never_meant():
    assert (
        same_words([came(words=["nothing, thanks"]) for _ in range(50)], least=2)
        == set()
    )


def test_fewer_than_the_rule_says_are_left_alone():
    assert same_words([came(words=[PASTED]) for _ in range(2)], least=3) == set()


def test_one_response_that_repeats_itself_is_one():
    assert same_words([came(words=[PASTED, PASTED])], least=2) == set()


def test_quick_and_the_same_all_through_is_meant():
    hoax = came(quick=9, places=[0, 0, 0])
    slow = came(quick=10, places=[0, 0, 0])
    differing = came(quick=3, places=[0, 1, 0])
    short = came(quick=3, places=[0, 0])
    untimed = came(places=[0, 0, 0])
    assert too_quick([hoax, slow, differing, short, untimed], seconds=10) == ids(hoax)


def test_many_alike_in_one_week_by_one_way_in_are_meant():
    alike = [came(answers={"a": {"value": "x"}}, places=[0, 0, 0]) for _ in range(4)]
    other_week = came(week="2026-11-09", answers={"a": {"value": "x"}}, places=[0] * 3)
    different = came(answers={"a": {"value": "y"}}, places=[0, 0, 0])
    assert burst([*alike, other_week, different], least=4) == ids(*alike)


def test_places_are_options_by_number_and_a_scales_own_number():
    answers = {"a": {"value": "no"}, "b": {"value": 7}, "c": {"state": "skipped"}}
    options = {"a": ["yes", "no"], "b": [], "c": ["x"]}
    assert places_chosen(answers, options) == [1, 7]


@given(st.text())
def test_folding_twice_is_folding_once(words):
    assert folded(folded(words)) == folded(words)
