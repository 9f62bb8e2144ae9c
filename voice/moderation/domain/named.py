"""Keeps out, by machine and at once, the leads whom the words name."""

from collections.abc import Sequence

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.enums import WallOrigin, WallReason
from voice.moderation.models import (
    Concern,
    ContactDetails,
    Reading,
    Wall,
    WorryWall,
)
from voice.moderation.queries.named import leads_named_in
from voice.moderation.queries.words import own_words


@transaction.atomic
def wall_off_named(
    concern: Concern, *, among: Sequence[User] | None = None
) -> list[User]:
    """Keep out of a concern every lead whom the words name; return who is kept out anew.

    The machine does it, at once and before anybody is told. A wall that another lead
    took down is not put up again. `among` looks for these leads alone.
    """
    words = [concern.words()]
    if contact := ContactDetails.objects.filter(concern=concern).first():
        words += contact.read().values()
    leads = leads_named_in("\n".join(words), among=among)
    walled = set(concern.walls.values_list("user_id", flat=True)) if leads else set()
    new = [lead for lead in leads if lead.pk not in walled]
    for lead in new:
        Wall.objects.create(
            concern=concern,
            user=lead,
            why=WallReason.NAMED,
            origin=WallOrigin.MACHINE,
        )
        record("moderation.put_up_wall", of=concern, by=None, around=lead.pk)
    return new


@transaction.atomic
def wall_off_named_in_worry(reading: Reading) -> bool:
    """Keep the leads whom the words name out of a possible worry; say if any are new."""
    is_new = False
    for lead in leads_named_in(own_words(reading)):
        _wall, made = WorryWall.objects.get_or_create(reading=reading, user=lead)
        if made:
            record("moderation.wall_off_worry", of=reading, by=None, around=lead.pk)
        is_new = is_new or made
    return is_new
