"""How the last whole month's clocks stood, as numbers others may see.

A whole month that is over, so that nothing a child sends today moves the page; counts
and shares under the release rule, in words where few were.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from voice.briefings.models import ClocksKept
from voice.council.logic.duty import WorkingCalendar
from voice.moderation.queries.clocks import (
    comments_decided,
    concerns_decided,
    limits,
)
from voice.releases.logic.protected import (
    Code,
    Protected,
    protect_count,
    protect_percent,
    protect_share,
)
from voice.releases.logic.rule import Rule
from voice.releases.logic.tables import Figure
from voice.releases.queries.rule import current_rule

Pairs = list[tuple[datetime, datetime]]


@dataclass(frozen=True, slots=True)
class Kept:
    """One clock: how many were due, what share was in time, and the longest wait."""

    share: Figure
    of: Figure
    longest_days: int | None


@dataclass(frozen=True, slots=True)
class InTime:
    """The clocks of one month, by its first day."""

    month: date
    comments: Kept
    concerns: Kept


def in_time_kept(*, on: date) -> InTime | None:
    """Return the clocks of the newest month that was counted and is over on `on`.

    None in a house where none was counted yet; one query.
    """
    counted = ClocksKept.objects.filter(rule=current_rule().name)
    found = counted.filter(month__lte=month_before(on)).first()
    if found is None:
        return None
    return InTime(
        month=found.month,
        comments=Kept(**found.told["comments"]),
        concerns=Kept(**found.told["concerns"]),
    )


def month_before(on: date) -> date:
    """Return the first day of the last month that is over on the day `on`."""
    return (on.replace(day=1) - timedelta(days=1)).replace(day=1)


def in_time(*, on: date) -> InTime:
    """Return the clocks of the last month that is over on the day `on`; five queries."""
    until, since = on.replace(day=1), month_before(on)
    allowed, rule = limits(), current_rule()
    span = _midnight(since), _midnight(until)
    return InTime(
        month=since,
        comments=_kept(
            comments_decided(*span), allowed.comment, allowed.calendar, rule
        ),
        concerns=_kept(
            concerns_decided(*span), allowed.concern, allowed.calendar, rule
        ),
    )


def _kept(
    pairs: Pairs,
    due: Callable[[datetime], datetime],
    calendar: WorkingCalendar,
    rule: Rule,
) -> Kept:
    """Return one clock, protected; the longest wait only where many were."""
    good = sum(end <= due(start) for start, end in pairs)
    of = protect_count(len(pairs), rule)
    longest = None
    if of.code == Code.COUNT:
        longest = max(calendar.working_days_between(*pair) for pair in pairs)
    return Kept(
        share=_share(good, len(pairs), of, rule).figure(),
        of=of.figure(),
        longest_days=longest,
    )


def _share(good: int, all_of_them: int, of: Protected, rule: Rule) -> Protected:
    """Return a share as a figure where enough were, else in words or not at all."""
    percent = protect_percent(protect_count(good, rule), of)
    return percent or protect_share(good, all_of_them)


def _midnight(day: date) -> datetime:
    """Return the beginning of a day by local time."""
    return datetime.combine(day, time(), timezone.get_current_timezone())
