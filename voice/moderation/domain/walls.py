"""Puts up a wall between a concern and somebody who must not see it."""

from contextlib import suppress

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.concern_alarms import tell_anew
from voice.moderation.domain.concern_record import lay_open
from voice.moderation.domain.errors import WallStays
from voice.moderation.domain.named import wall_off_named
from voice.moderation.domain.worries import keep_named_out
from voice.moderation.enums import ConcernState, WallOrigin, WallReason
from voice.moderation.models import Concern, Wall
from voice.moderation.queries.concerns import active_with
from voice.moderation.queries.worries import worries_waiting


@transaction.atomic
def put_up_wall(
    concern: Concern, *, around: User, why: WallReason | str, by: User
) -> Wall:
    """Keep `around` out of the concern from now on; again is no harm.

    What they had seen or decided about it counts for nothing: somebody else sees it
    and decides. Those who are left on duty are told.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    wall, is_new = Wall.objects.get_or_create(
        concern=row,
        user=around,
        taken_down_at=None,
        defaults={"why": WallReason(why), "put_up_by": by, "origin": _origin(why)},
    )
    if not is_new:
        return wall
    record("moderation.put_up_wall", of=row, by=by, around=around.pk, why=wall.why)
    if row.decided_by_id == around.pk:
        lay_open(row, by=by)
    _leave_to_others(row, without=around)
    return wall


@transaction.atomic
def keep_out_of_what_names(lead: User) -> None:
    """Keep a lead out of every concern and possible worry in which they are named.

    To be called when somebody becomes a lead, comes back or goes by another name;
    nothing for anybody else. What was decided stands: the machine opens nothing again.
    """
    if not active_with(Role.SAFEGUARDING_LEAD).filter(pk=lead.pk).exists():
        return
    unwalled = Concern.objects.select_for_update().exclude(
        Exists(Wall.objects.filter(concern=OuterRef("pk"), user=lead))
    )
    for concern in unwalled.order_by("raised_at", "pk"):
        is_new = wall_off_named(concern, among=[lead])
        if is_new and concern.state in ConcernState.open():
            _leave_to_others(concern, without=lead)
    for reading in worries_waiting():
        with suppress(KeyDestroyed):
            keep_named_out(reading)


def _leave_to_others(row: Concern, *, without: User) -> None:
    """Let nothing count that somebody walled off saw; tell those who are left."""
    if row.seen_by_id == without.pk:
        row.state = ConcernState.NEW
        row.seen_by = row.seen_at = None
    row.told_with = None
    row.save()
    if row.state in ConcernState.open():
        tell_anew(row)


@transaction.atomic
def take_down_wall(wall: Wall, *, reason: str, by: User) -> None:
    """Let somebody see the concern again, because the wall was put up in error.

    Raises WallStays for the reader's own choice, for the walled person, and when it is
    down already.
    """
    row = Wall.objects.select_for_update().get(pk=wall.pk)
    if row.taken_down_at or row.why != WallReason.NAMED or row.user_id == by.pk:
        raise WallStays
    row.taken_down_by, row.taken_down_at = by, timezone.now()
    row.write_reason(reason)
    row.save(update_fields=("taken_down_by", "taken_down_at", "sealed_reason"))
    record("moderation.take_down_wall", of=row.concern, by=by, around=row.user_id)


def _origin(why: WallReason | str) -> WallOrigin:
    """Return who puts up a wall for this reason: readers choose, leads name."""
    chosen = why == WallReason.NOT_THIS_LEAD
    return WallOrigin.READER if chosen else WallOrigin.LEAD
