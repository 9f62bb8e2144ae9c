"""The reader who raised a concern asks for somebody else, or for the next person."""

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import AlarmKind
from voice.moderation.domain.concern_alarms import tell_of
from voice.moderation.domain.errors import ConcernIsDecided, NotYours
from voice.moderation.domain.walls import put_up_wall
from voice.moderation.enums import ConcernState, WallReason
from voice.moderation.models import Concern


@transaction.atomic
def escalate_concern(concern: Concern, *, by: User) -> None:
    """Tell the duty manager that the reader is still waiting for a decision.

    Raises ConcernIsDecided when there is nothing to wait for, and NotYours for
    anybody but the reader who raised it.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.raised_by_id != by.pk:
        raise NotYours
    if row.state == ConcernState.DECIDED:
        raise ConcernIsDecided
    row.escalated_at = timezone.now()
    row.save(update_fields=("escalated_at",))
    record("moderation.escalate_concern", of=row, by=by, state=row.state)
    tell_of(row, AlarmKind.ESCALATED)
    concern.escalated_at = row.escalated_at


@transaction.atomic
def not_this_lead(concern: Concern, *, lead: User, by: User) -> None:
    """Keep one lead out of a concern, by choice of the reader who raised it.

    Raises NotYours for anybody else.
    """
    if Concern.objects.get(pk=concern.pk).raised_by_id != by.pk:
        raise NotYours
    put_up_wall(concern, around=lead, why=WallReason.NOT_THIS_LEAD, by=by)
