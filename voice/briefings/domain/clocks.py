"""Counting the clocks of a month once it is over."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime

from django.utils import timezone

from voice.briefings.models import ClocksKept
from voice.briefings.queries.in_time import in_time, month_before
from voice.releases.queries.rule import current_rule


def keep_clocks(now: datetime) -> Iterator[str]:
    """Count the clocks of the last month that is over, unless they are counted.

    Yields a sentence when it did, as due work does.
    """
    today, rule = timezone.localdate(now), current_rule()
    month = month_before(today)
    _row, is_new = ClocksKept.objects.get_or_create(
        month=month, rule=rule.name, defaults={"told": lambda: _told(today)}
    )
    if is_new:
        yield f"The clocks of {month:%B %Y} were counted for the board."


def _told(today: date) -> dict[str, object]:
    """Return the clocks as a row keeps them."""
    told = in_time(on=today)
    return {"comments": asdict(told.comments), "concerns": asdict(told.concerns)}
