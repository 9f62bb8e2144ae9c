"""Tells those who must know that a survey was opened by break-glass.

The data protection officers and the safeguarding leads hear at once, the officers
again the morning after. No letter says who, what or why: that is read at the desk, by
administrators and officers. A lead learns that it happened and whom to ask; the reason
may name them. Source: SECURITY.md, R29.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils import timezone

from voice.accounts import letters
from voice.accounts.models import BreakGlass


def tell_of_wish(asked: BreakGlass) -> None:
    """Tell who may be the second person that somebody asks, unless it was answered."""
    asked.refresh_from_db()
    if asked.is_waiting:
        letters.tell_of_wish(asked)


def tell_of_opening(opened: BreakGlass) -> list[str]:
    """Tell officers and leads who were not told yet; return which of them now were.

    Each of the two once, as soon as every letter to them went out.
    """
    opened.refresh_from_db()
    now, told = timezone.now(), []
    if opened.officers_told_at is None and letters.tell_officers(opened):
        opened.officers_told_at = now
        told.append("officers")
    if opened.leads_told_at is None and letters.tell_leads(opened):
        opened.leads_told_at = now
        told.append("leads")
    if told:
        opened.save(update_fields=["officers_told_at", "leads_told_at"])
    return told


def tell_late(now: datetime) -> Iterator[str]:
    """Tell those of an opening whose letters failed, or who were not there yet.

    Due work.
    """
    opened = BreakGlass.objects.filter(closes_at__isnull=False)
    late = opened.filter(officers_told_at=None) | opened.filter(leads_told_at=None)
    for one in late:
        for people in tell_of_opening(one):
            yield f"The {people} were told of break-glass {one.pk}."


def report_openings(now: datetime) -> Iterator[str]:
    """Send the officers one line about what was opened since the last report.

    Due work. It covers whole days, the day before the latest, so there is one a day at
    most, and none when nothing was opened.
    """
    midnight = timezone.localtime(now).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    opened = _unreported().filter(answered_at__lt=midnight)
    number = opened.count()
    if number and letters.report_openings(number):
        opened.update(reported_at=now)
        yield f"The officers were sent a report of {number} opened by break-glass."


def _unreported() -> QuerySet[BreakGlass]:
    """Return what was opened and stands in no report yet."""
    return BreakGlass.objects.filter(reported_at=None, closes_at__gt=F("answered_at"))
