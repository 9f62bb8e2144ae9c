from datetime import date, timedelta

import pytest

from surveys.logic.durations import MONTHS, YEARS, said


@pytest.mark.parametrize(
    ("days", "number", "unit"),
    [
        (0, 0, "days"),
        (1, 1, "days"),
        (7, 1, "weeks"),
        (28, 4, "weeks"),
        (30, 30, "days"),
        (84, 12, "weeks"),
        (90, 90, "days"),
        (91, 91, "days"),
        (120, 4, "months"),
        (180, 6, "months"),
        (330, 11, "months"),
        (364, 364, "days"),
        (365, 1, "years"),
        (366, 366, "days"),
        (540, 18, "months"),
        (730, 2, "years"),
        (1095, 3, "years"),
    ],
)
def test_days_are_said_as_people_say_them(days, number, unit):
    assert said(days) == (number, unit)


def test_no_promise_is_shorter_than_the_days_that_are_kept():
    for days in range(1, 2000):
        number, unit = said(days)
        if unit == MONTHS:
            spans = [
                (
                    date(
                        2027 + (month - 1 + number) // 12,
                        (month - 1 + number) % 12 + 1,
                        1,
                    )
                    - date(2027, month, 1)
                ).days
                for month in range(1, 13)
            ]
            assert days <= min(spans)
        elif unit == YEARS:
            assert date(2027, 1, 1) + timedelta(days=days) <= date(2027 + number, 1, 1)
