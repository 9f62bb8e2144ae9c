import pytest
from hypothesis import given
from hypothesis import strategies as some

from voice.statement.logic.measured import (
    holds_a_number,
    is_better,
    is_reached,
    numbers_of,
    with_unit,
)

NUMBERS = some.integers(-5000, 5000)


@pytest.mark.parametrize(
    ("values", "read"),
    [
        (["65 %", "75%", "90 %"], [65, 75, 90]),
        (["0 of 2", "1 of 2", "all"], [0, 50, 100]),
        (["0 of 31", "31 of 31", "all"], [0, 100, 100]),
        (["none", "3 out of 4", "80 %"], [0, 75, 80]),
        (["1 of 2", "many"], [50, None]),
        (["1 of 2", "7"], [50, None]),
        (["0 of 0", "1 of 2"], [None, 50]),
        (["1,500 children", "-2.5"], [1500, -2.5]),
        (["all", "not yet"], [None, None]),
        ([""], [None]),
    ],
)
def test_numbers_are_read_as_people_write_them(values, read):
    assert numbers_of(values) == read


@given(NUMBERS)
def test_any_whole_number_is_read_back_with_its_unit(number):
    told = with_unit(f"{number:,}", "days")
    assert told == f"{number:,} days"
    assert numbers_of([told]) == [number]


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("75", "%", "75%"),
        (" 75 ", "days", "75 days"),
        ("75 %", "%", "75 %"),
        ("1 of 2", "children", "1 of 2"),
        ("75", "", "75"),
    ],
)
def test_unit_stands_behind_a_bare_number_alone(value, unit, told):
    assert with_unit(value, unit) == told


@pytest.mark.parametrize(
    ("value", "can"),
    [("75 %", True), ("1 of 2", True), ("ALL ", True), ("soon", False), ("", False)],
)
def test_what_holds_a_number_can_stand_in_a_chart(value, can):
    assert holds_a_number(value) is can


@given(NUMBERS, NUMBERS)
def test_better_one_way_is_worse_the_other(before, after):
    more, less = (is_better(before, after, way) for way in ("more", "less"))
    if before == after:
        assert (more, less) == (None, None)
    else:
        assert more is not less


@given(NUMBERS, NUMBERS)
def test_goal_is_reached_at_it_and_past_it(value, goal):
    assert is_reached(value, goal, "more") is (value >= goal)
    assert is_reached(value, goal, "less") is (value <= goal)
