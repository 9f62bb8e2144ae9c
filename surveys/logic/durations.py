"""How people say a number of days; pure."""

from typing import NamedTuple

DAYS, WEEKS, MONTHS, YEARS = "days", "weeks", "months", "years"
IN_A_WEEK, IN_A_MONTH, IN_A_YEAR = 7, 30, 365
LONGEST_IN_WEEKS = 12
# The fewest days that many calendar months ever have are no fewer than 30 a month.
MONTHS_SAID = frozenset({*range(4, 12), 18})


class Said(NamedTuple):
    """A number and what is counted: DAYS, WEEKS, MONTHS or YEARS."""

    number: int
    unit: str


def said(days: int) -> Said:
    """Return `days` as people say them: 730 is two years, 90 stays ninety days.

    It is said where young people are promised how long something is kept at most, so
    nothing is rounded, and no months are said that could be shorter than the days.
    """
    if days > 0:
        years, rest = divmod(days, IN_A_YEAR)
        if not rest:
            return Said(years, YEARS)
        months, rest = divmod(days, IN_A_MONTH)
        if not rest and months in MONTHS_SAID:
            return Said(months, MONTHS)
        weeks, rest = divmod(days, IN_A_WEEK)
        if not rest and weeks <= LONGEST_IN_WEEKS:
            return Said(weeks, WEEKS)
    return Said(days, DAYS)
