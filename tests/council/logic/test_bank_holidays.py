from datetime import date

import pytest

from voice.council.logic.bank_holidays import bank_holidays, easter_sunday

# As published on gov.uk ("UK bank holidays", England and Wales).
PUBLISHED = {
    2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
    2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
}


@pytest.mark.parametrize(("year", "days"), PUBLISHED.items())
def test_bank_holidays_are_those_published(year, days):
    assert [f"{day:%m-%d}" for day in bank_holidays(year)] == days


@pytest.mark.parametrize(
    "day",
    [date(2000, 4, 23), date(2019, 4, 21), date(2038, 4, 25), date(1818, 3, 22)],
)
def test_easter(day):
    assert easter_sunday(day.year) == day


def test_there_are_always_eight_and_never_on_a_weekend():
    for year in range(1990, 2090):
        days = list(bank_holidays(year))
        assert len(days) == 8
        assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}
