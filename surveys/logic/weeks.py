"""Weeks, the finest time that is kept of an answer; pure."""

from datetime import date, timedelta


def monday(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())
