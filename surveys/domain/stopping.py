"""Notes how far they came who left, once nobody can go on with what they began.

Nothing is written while a young person answers; a response that was opened again
forgets it (surveys.domain.coming_back, surveys.domain.invitation_codes).
"""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from surveys.enums import ResponseState
from surveys.logic.stopping import reached
from surveys.logic.weeks import monday
from surveys.models import Edition, Response
from surveys.queries.reach import TOLD_LIVE
from surveys.queries.responses import IDLE

AT_ONCE = 1_000
# A page sent in the last moment of its hour has arrived by then.
ON_THE_WAY = timedelta(minutes=5)


def nobody_goes_on(now: datetime) -> Q:
    """Return which unfinished responses no device and no code opens any more.

    What came by codes where names are not asked waits for Monday (decision 0021).
    """
    start = datetime.combine(monday(timezone.localdate(now)), time.min)
    this_week = timezone.make_aware(start)
    live = TOLD_LIVE & _lapsed(now)
    return Q(state=ResponseState.UNDER_WAY) & (
        live | Q(week__lt=this_week.date()) & _lapsed(this_week)
    )


def _lapsed(at: datetime) -> Q:
    """Return what was neither touched within an hour nor saved for longer, at `at`."""
    touched = Q(touched_at=None) | Q(touched_at__lte=at - IDLE - ON_THE_WAY)
    return touched & (Q(return_until=None) | Q(return_until__lte=at))


def note_stops(now: datetime) -> list[str]:
    """Note where everybody stopped who left since; return what was done, for run_due."""
    found = Response.objects.filter(nobody_goes_on(now), packed=None, reached=None)
    editions = found.order_by().values_list("edition", flat=True).distinct()
    noted = 0
    for edition in Edition.objects.filter(pk__in=list(editions)).order_by("pk"):
        while some := _note_some(edition, now):
            noted += some
    return [f"Left unfinished: {noted} responses."] if noted else []


@transaction.atomic
def _note_some(edition: Edition, now: datetime) -> int:
    """Note where some of those stopped who left an edition; return how many."""
    skips = connection.features.has_select_for_update_skip_locked
    rows = list(
        Response.objects.filter(
            nobody_goes_on(now), edition=edition, packed=None, reached=None
        )
        .select_for_update(skip_locked=skips, of=("self",))
        .order_by("pk")
        .only("answers")[:AT_ONCE]
    )
    at_place: dict[int, list[UUID]] = {}
    for row in rows:
        place = reached(edition.definition, row.answers)
        at_place.setdefault(place, []).append(row.pk)
    for place, pks in at_place.items():
        Response.objects.filter(pk__in=pks).update(reached=place)
    return len(rows)
