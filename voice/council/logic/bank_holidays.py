"""The bank holidays of England and Wales in a year; pure.

Banking and Financial Dealings Act 1971, schedule 1: Easter Monday, the last Mondays in
May and August, 26 December; by common law Good Friday and Christmas Day; by
proclamation New Year's Day and the first Monday in May. One that falls on a weekend is
kept on the next weekday that is free (gov.uk, "UK bank holidays"). Holidays proclaimed
for one year alone are added by hand.
"""

from datetime import date, timedelta
from enum import StrEnum

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class BankHoliday(StrEnum):
    """A bank holiday, by name."""

    NEW_YEAR = "New Year's Day"
    GOOD_FRIDAY = "Good Friday"
    EASTER_MONDAY = "Easter Monday"
    EARLY_MAY = "Early May bank holiday"
    SPRING = "Spring bank holiday"
    SUMMER = "Summer bank holiday"
    CHRISTMAS = "Christmas Day"
    BOXING_DAY = "Boxing Day"


def bank_holidays(year: int) -> dict[date, BankHoliday]:
    """Return each bank holiday's day in `year`, moved off weekends, in order."""
    easter = easter_sunday(year)
    fixed = {
        date(year, 1, 1): BankHoliday.NEW_YEAR,
        easter - 2 * ONE_DAY: BankHoliday.GOOD_FRIDAY,
        easter + ONE_DAY: BankHoliday.EASTER_MONDAY,
        _monday_from(date(year, 5, 1)): BankHoliday.EARLY_MAY,
        _monday_from(date(year, 5, 25)): BankHoliday.SPRING,
        _monday_from(date(year, 8, 25)): BankHoliday.SUMMER,
        date(year, 12, 25): BankHoliday.CHRISTMAS,
        date(year, 12, 26): BankHoliday.BOXING_DAY,
    }
    kept = {day: name for day, name in fixed.items() if day.weekday() < SATURDAY}
    for day, name in fixed.items():
        if day not in kept:
            kept[_free_weekday_after(day, kept)] = name
    return dict(sorted(kept.items()))


def easter_sunday(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus; Meeus, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _monday_from(day: date) -> date:
    """Return the first Monday on or after `day`."""
    return day + (-day.weekday() % 7) * ONE_DAY


def _free_weekday_after(day: date, taken: dict[date, BankHoliday]) -> date:
    """Return the next day after `day` that is neither of a weekend nor taken."""
    day += ONE_DAY
    while day.weekday() >= SATURDAY or day in taken:
        day += ONE_DAY
    return day
