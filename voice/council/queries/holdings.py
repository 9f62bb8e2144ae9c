"""When somebody is on duty from now on."""

from collections.abc import Collection

from django.urls import reverse
from django.utils import timezone

from voice.accounts.holdings import Held, Holdings
from voice.council.models import DutyShift
from voice.hours import day_and_hour


def shifts_held_by(people: Collection[int]) -> Holdings:
    """Return the shifts each of `people` (ids) has now and later."""
    found: Holdings = {}
    rows = DutyShift.objects.filter(user__in=people, ends__gt=timezone.now())
    for shift in rows.order_by("starts"):
        starts = day_and_hour(shift.starts)
        found.setdefault(shift.user_id, []).append(Held(starts, reverse("duty:rota")))
    return found
