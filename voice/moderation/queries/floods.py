"""Which wishes to be contacted came together, through one open link within an hour."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from surveys.enums import InvitationKind
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.enums import ConcernState, RaisedBy
from voice.moderation.models import Concern

WITHIN = timedelta(hours=1)
# From so many on, the room says that they are probably not all real.
MANY = 5


def alarm_for(concern: Concern, now: datetime) -> Concern | None:
    """Return the wish whose open alarm may stand for this new one too, if any.

    One that came through the same open link within the hour before. A wish behind a
    wall never joins: the people told of the others may be those it names.
    """
    if concern.way_in != InvitationKind.LINK or concern.walls.exists():
        return None
    first = Concern.objects.filter(
        raised_from=RaisedBy.CONTACT_ME,
        survey=concern.survey_id,
        way_in=concern.way_in,
        way_in_label=concern.way_in_label,
        told_with=None,
        walls=None,
        raised_at__gt=now - WITHIN,
    ).exclude(pk=concern.pk)
    alarms = Alarm.objects.filter(kind=AlarmKind.CONTACT, settled_at=None)
    told = set(alarms.values_list("about", flat=True))
    found = (one for one in first.order_by("-raised_at") if str(one.pk) in told)
    return next(found, None)


def together_with(concern: Concern) -> QuerySet[Concern]:
    """Return the wishes of one flood: the first, and all that its alarm stands for."""
    first = concern.told_with_id or concern.pk
    return Concern.objects.annotate(first=Coalesce("told_with", "id")).filter(
        first=first
    )


def still_to_see(concern: Concern) -> bool:
    """Say whether anybody must still open one of those that came together."""
    return together_with(concern).filter(state=ConcernState.NEW).exists()


def still_to_decide(concern: Concern) -> bool:
    """Say whether one of those that came together is not decided."""
    return together_with(concern).filter(state__in=ConcernState.open()).exists()


def floods(concerns: Iterable[Concern], *, seen: QuerySet[Concern]) -> dict[str, int]:
    """Return how many of `seen` came together, by the id of the first; no single ones."""
    firsts = {concern.told_with_id or concern.pk for concern in concerns}
    found = (
        seen.order_by()
        .annotate(first=Coalesce("told_with", "id"))
        .filter(first__in=firsts)
        .values_list("first")
        .annotate(Count("pk"))
    )
    return {str(first): count for first, count in found if count > 1}
