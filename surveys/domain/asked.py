"""Keeps how many were asked through a way in, by group: the respondent frame."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction

from surveys.models import AskedGroup, Invitation
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User


@transaction.atomic
def keep_asked(
    invitation: Invitation, *, groups: Mapping[str, int], by: "User"
) -> None:
    """Keep `groups`, by name, in place of what was kept before; "" is everybody."""
    held = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    before = {row.group: row.asked for row in held.asked_groups.all()}
    if dict(groups) == before:
        return
    held.asked_groups.all().delete()
    AskedGroup.objects.bulk_create(
        AskedGroup(invitation=held, group=group, asked=asked)
        for group, asked in groups.items()
    )
    record(
        "surveys.keep_asked",
        of=held,
        by=by,
        groups=len(groups),
        asked=sum(groups.values()),
    )
