"""Lets words go out without the young editors' yes, for a reason that the board sees."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.young_editors.domain.errors import NoReason
from voice.young_editors.models import WithoutYes
from voice.young_editors.queries.standing import Stand, standing_of
from voice.young_editors.subjects import Subject

if TYPE_CHECKING:
    from voice.accounts.models import User

FEWEST_WORDS = 3


@transaction.atomic
def go_without_yes(subject: Subject, *, reason: str, by: "User") -> WithoutYes:
    """Write down why these very words go out without the young editors' yes.

    A word that changes afterwards asks again. Raises NoReason for too few words.
    """
    if len(reason.split()) < FEWEST_WORDS:
        raise NoReason(_("Say why in a sentence. The board reads it."), field="reason")
    return _written(subject, standing_of(subject), reason=reason.strip(), by=by)


@transaction.atomic
def note_that_nobody_was_there(subject: Subject, *, by: "User") -> WithoutYes | None:
    """Write down that there was no group to ask; None where there is one, or a yes."""
    stand = standing_of(subject)
    if stand.is_asked or stand.there_is_a_group or stand.reason is not None:
        return None
    return _written(subject, stand, reason="", by=by)


def _written(subject: Subject, stand: Stand, *, reason: str, by: "User") -> WithoutYes:
    """Return the row."""
    row = WithoutYes.objects.create(
        kind=subject.kind,
        object_id=subject.pk,
        title=subject.title[:255],
        fingerprint=subject.fingerprint,
        reason=reason,
        nobody_to_ask=not reason,
        said_not_yet=stand.said_not_yet,
        by=by,
    )
    record(
        "young_editors.go_without_yes",
        of=row,
        by=by,
        kind=subject.kind,
        object=subject.pk,
        reason=reason,
    )
    return row
