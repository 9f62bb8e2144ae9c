"""Reads the council's duty hours and holidays as one calendar."""

from datetime import time

from django.utils import timezone

from voice.council.logic.duty import WorkingCalendar
from voice.council.models import DutyHours, Holiday

# Until the council says otherwise, so that no clock ever stands still.
USUAL_HOURS = {weekday: (time(9), time(17)) for weekday in range(5)}


def working_calendar() -> WorkingCalendar:
    """Return the council's calendar now; two queries.

    A council without duty hours is read as Monday to Friday, nine to five.
    """
    hours = {row.weekday: (row.starts, row.ends) for row in DutyHours.objects.all()}
    return WorkingCalendar(
        hours or USUAL_HOURS,
        frozenset(Holiday.objects.values_list("day", flat=True)),
        timezone.get_default_timezone(),
    )
