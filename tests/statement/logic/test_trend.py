from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from voice.statement.logic.trend import HEIGHT, WIDTH, Movement, movement_of, trend_of

DAY = date(2026, 3, 2)
READINGS = some.lists(
    some.tuples(some.integers(0, 700), some.integers(-90, 900)), min_size=1, max_size=12
)


@pytest.mark.parametrize(
    ("readings", "direction", "movement"),
    [
        ([], "more", Movement.UNREAD),
        (["75 %"], "more", Movement.BETTER),
        (["75 %"], "less", Movement.WORSE),
        (["65 %"], "more", Movement.SAME),
        (["60 %"], "more", Movement.WORSE),
        (["60 %", "90 %"], "more", Movement.REACHED),
        (["soon"], "more", Movement.NOT_NUMBERS),
    ],
)
def test_newest_reading_is_told_beside_start_and_goal(readings, direction, movement):
    goal = "90 %" if direction == "more" else "40 %"
    assert movement_of("65 %", readings, goal, direction) == movement


def test_goal_without_a_number_is_never_reached():
    assert movement_of("3", ["9"], "many more", "more") == Movement.BETTER


def test_chart_begins_with_the_start_and_spaces_readings_by_their_days():
    days = [DAY, DAY + timedelta(days=10), DAY + timedelta(days=40)]
    trend = trend_of("0", list(zip(days, "124", strict=True)), "4", "more")
    assert [point.x for point in trend.points] == [0, 18, 37.5, 96]
    assert [point.y for point in trend.points] == [36, 28, 20, 4]
    assert trend.goal_y == 4
    assert trend.line == "18,28 37.5,20 96,4"
    assert trend.from_start == "0,36 18,28"


@pytest.mark.parametrize("readings", [[], [(DAY, "soon")], [(DAY, "1"), (DAY, "?")]])
def test_what_is_not_in_numbers_is_not_drawn(readings):
    trend = trend_of("0", readings, "4", "more")
    assert (trend.points, trend.goal_y) == ((), None)


def test_goal_in_words_draws_no_line():
    assert trend_of("0", [(DAY, "1")], "as many as want it", "more").goal_y is None


@given(READINGS, some.integers(-90, 900), some.integers(-90, 900))
def test_every_point_is_within_the_chart_and_higher_numbers_stand_higher(
    readings, start, goal
):
    read = [(DAY + timedelta(days=day), str(value)) for day, value in sorted(readings)]
    trend = trend_of(str(start), read, str(goal), "more")
    assert all(0 <= p.x <= WIDTH and 0 <= p.y <= HEIGHT for p in trend.points)
    assert [p.x for p in trend.points] == sorted(p.x for p in trend.points)
    values = [start, *(int(value) for _on, value in read)]
    by_value = sorted(zip(values, trend.points, strict=True), key=lambda pair: pair[0])
    heights = [point.y for _value, point in by_value]
    assert heights == sorted(heights, reverse=True)
