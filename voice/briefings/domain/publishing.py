"""Showing the public part of a briefing to everybody, and taking it off again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.briefings.domain.errors import CannotBePublic
from voice.briefings.logic.paper import is_whole, public_blocks
from voice.briefings.models import Briefing, Publication
from voice.briefings.queries.public import publication_of


@transaction.atomic
def publish_briefing(briefing: Briefing, *, by: User) -> Publication:
    """Let everybody read the public part of an issued briefing, from now on.

    Raises CannotBePublic when it is not out or not the newest version, when a release
    of it was recalled, or when nothing in it is public. Twice changes nothing.
    """
    held = Briefing.objects.select_for_update(of=("self",)).get(pk=briefing.pk)
    if standing := publication_of(held):
        return standing
    _refuse_what_may_not(held)
    made = Publication.objects.create(briefing=held, by=by)
    record("briefings.publish", of=held, by=by, hash=held.paper["hash"])  # type: ignore[index]
    return made


@transaction.atomic
def unpublish_briefing(briefing: Briefing, *, why: str, by: User) -> None:
    """Take the public part of a briefing off the site; the board still reads it all."""
    held = Briefing.objects.select_for_update(of=("self",)).get(pk=briefing.pk)
    standing = publication_of(held)
    if standing is None:
        return
    standing.ended_by, standing.ended_at = by, timezone.now()
    standing.ended_why = why.strip()
    standing.save(update_fields=["ended_by", "ended_at", "ended_why"])
    record("briefings.unpublish", of=held, by=by)


def _refuse_what_may_not(held: Briefing) -> None:
    """Raise CannotBePublic with the first reason there is."""
    if not held.is_issued or held.paper is None:
        raise CannotBePublic(_("Only what was issued to the board can be shown."))
    if not is_whole(held.paper):
        raise CannotBePublic(_("This is not what was approved."))
    if held.releases.filter(recall__isnull=False).exists():
        raise CannotBePublic(
            _("A release it stands on was recalled. Make a new version of it first.")
        )
    if not public_blocks(held.paper):
        raise CannotBePublic(_("Nothing in it is for everybody."))
