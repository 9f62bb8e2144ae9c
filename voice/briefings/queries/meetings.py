"""When the board met last, and when it meets next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from voice.briefings.models import Meeting


@dataclass(frozen=True, slots=True)
class Meetings:
    """The last meeting that was held before a day, and the next on or after it."""

    last: Meeting | None
    next: Meeting | None


def meetings_kept() -> QuerySet[Meeting]:
    """Return the meetings that were not cancelled, the newest first."""
    return Meeting.objects.filter(is_cancelled=False).order_by("-on")


def meetings_around(on: date) -> Meetings:
    """Return the meetings around the day `on`; one query.

    A meeting on that very day is the next one: its papers look back to the one before.
    """
    kept = list(meetings_kept())
    return Meetings(
        last=next((one for one in kept if one.on < on), None),
        next=next((one for one in reversed(kept) if one.on >= on), None),
    )
