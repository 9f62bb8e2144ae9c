"""Eight weeks apart, and so many questions a quarter."""

from datetime import date, timedelta

import pytest

from surveys.logic.asks import Ask, Quarter, asked_a_quarter, quarter_of


def ask(opens, closes, **questions):
    bands = {name.replace("_", "-").strip("-"): n for name, n in questions.items()}
    return Ask(1, "a", "A", "all", opens, closes, bands)


MARCH = ask(date(2026, 3, 2), date(2026, 3, 15), _8_11=5, _11_17=7)


@pytest.mark.parametrize(("days", "is_near"), [(56, True), (57, False)])
def test_eight_weeks_apart_is_the_end(days, is_near):
    opens = MARCH.closes_on + timedelta(days=days)
    later = ask(opens, opens + timedelta(days=3), _11_17=1)
    assert bool(MARCH.groups_with(later)) is is_near
    assert bool(later.groups_with(MARCH)) is is_near


def test_only_groups_of_both_are_meant():
    other = ask(date(2026, 3, 10), date(2026, 3, 20), _11_17=1, _16_25=2)
    assert MARCH.groups_with(other) == ["11-17"]
    assert MARCH.groups_with(ask(date(2026, 3, 10), date(2026, 3, 20), _16_25=2)) == []


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), Quarter(2026, 1)),
        (date(2026, 3, 31), Quarter(2026, 1)),
        (date(2026, 12, 31), Quarter(2026, 4)),
    ],
)
def test_every_day_has_its_quarter(day, quarter):
    assert quarter_of(day) == quarter
    assert quarter.starts <= day <= quarter.ends


def test_the_last_quarter_ends_with_the_year():
    assert Quarter(2026, 4).ends == date(2026, 12, 31)
    assert Quarter(2026, 4).next() == Quarter(2027, 1)


def test_questions_are_added_up_by_the_quarter_they_open_in():
    april = ask(date(2026, 4, 1), date(2026, 5, 1), _11_17=3)
    totals = asked_a_quarter([MARCH, MARCH, april])
    assert totals[Quarter(2026, 1)] == {"8-11": 10, "11-17": 14}
    assert totals[Quarter(2026, 2)] == {"11-17": 3}
