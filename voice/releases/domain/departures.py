"""Writing down, beside a release, that answers it counted have been erased."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from surveys.logic.weeks import monday
from surveys.models import Response
from voice.audit.domain.record import record
from voice.releases.enums import ReleaseState
from voice.releases.logic.rolls import holds
from voice.releases.models import Departure, Roll


@transaction.atomic
def note_departure(response: Response) -> None:
    """Count a response that is about to go, in each release that counted it."""
    week = monday(timezone.localdate())
    rolls = Roll.objects.filter(release__survey__editions=response.edition_id).exclude(
        release__state=ReleaseState.DROPPED
    )
    for roll in rolls.select_related("release__survey").order_by("release"):
        if not holds(bytes(roll.packed), response.pk):
            continue
        row, _new = Departure.objects.select_for_update().get_or_create(
            release=roll.release, week=week
        )
        Departure.objects.filter(pk=row.pk).update(number=F("number") + 1)
        record(
            "releases.note_departure", of=roll.release, by=None, week=week.isoformat()
        )
