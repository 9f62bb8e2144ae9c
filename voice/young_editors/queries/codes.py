"""Finds what a group's code opens, and whether a device may still read it."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from surveys.other_codes import Elsewhere
from voice.young_editors.models import EditorsInvitation


def by_code(hashed: str, at: datetime) -> Elsewhere | None:
    """Return the way to what a code opens; None of one expired, revoked or unknown."""
    found = _open_on(timezone.localdate(at)).filter(code_hash=hashed).only("pk").first()
    return Elsewhere("young_editors:read", str(found.pk)) if found else None


def held_invitation(held: str, *, on: date) -> EditorsInvitation | None:
    """Return what a device was let read, while it is open and its code is the same.

    `held` is what its signed cookie says; a code made anew ends what was before.
    """
    if not held.isdecimal():
        return None
    return _open_on(on).select_related("group", "survey").filter(pk=int(held)).first()


def _open_on(day: date) -> QuerySet[EditorsInvitation]:
    """Return the invitations whose code opens them on `day`."""
    return EditorsInvitation.objects.filter(
        code_hash__isnull=False, revoked_at=None, expires_on__gte=day
    )
