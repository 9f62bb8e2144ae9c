"""Making a pack, which stays as it is, and writing down who read it."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.briefings.logic.paper import Paper
from voice.briefings.models import Pack
from voice.briefings.pack.scope import scope_of
from voice.briefings.pack.whole import pack_paper
from voice.releases.queries import ReleaseAltered

if TYPE_CHECKING:
    from voice.accounts.models import User


class CannotMakePack(Exception):
    """No pack is made of this; the message is for people."""


class PeriodTurned(CannotMakePack):
    """The period ends before it begins, or has not happened."""

    def __init__(self) -> None:
        super().__init__(
            _("The period must end on the day it begins or later, and not after today.")
        )


class NotAsSigned(CannotMakePack):
    """A release is not what two people signed: nothing is made of it."""


def paper_for(
    *,
    since: date,
    until: date,
    today: date,
    key_themes: Collection[int] = (),
    consultations: Collection[int] = (),
) -> Paper:
    """Return what a pack of this would say, keeping nothing; raises CannotMakePack."""
    if not since <= until <= today:
        raise PeriodTurned
    try:
        scope = scope_of(
            since=since,
            until=until,
            today=today,
            key_themes=key_themes,
            consultations=consultations,
        )
    except ReleaseAltered as altered:
        raise NotAsSigned(str(altered)) from altered
    return pack_paper(scope)


@transaction.atomic
def make_pack(
    *,
    since: date,
    until: date,
    today: date,
    by: "User",
    key_themes: Collection[int] = (),
    consultations: Collection[int] = (),
) -> Pack:
    """Return a new pack, frozen as things stand; raises CannotMakePack."""
    paper = paper_for(
        since=since,
        until=until,
        today=today,
        key_themes=key_themes,
        consultations=consultations,
    )
    pack = Pack.objects.create(
        since=since,
        until=until,
        key_themes=sorted(key_themes),
        consultations=sorted(consultations),
        paper=paper,
        content_hash=paper["hash"],
        made_by=by,
    )
    record("briefings.make_pack", of=pack, by=by, since=since, until=until)
    return pack


def open_pack(pack: Pack, *, by: "User", how: str) -> None:
    """Write down that somebody read a pack, or took it out as a file (`how`)."""
    record("briefings.open_pack", of=pack, by=by, how=how)
