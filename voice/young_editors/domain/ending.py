"""Destroys what young editors wrote, when its time is over."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from voice.audit.domain.record import record
from voice.council.domain.keys import destroy_key, key_is_there
from voice.council.enums import KeyPurpose
from voice.young_editors.models import EditorsAnswer, EditorsInvitation
from voice.young_editors.models.editors_invitation import WORDS_KEPT


@transaction.atomic
def end_words_of_editors(now: datetime) -> list[str]:
    """Destroy the key of each invitation past its time; return what was done.

    What they said, yes or not yet, stays; so does a concern, under its own key. What
    nobody has looked through yet is kept until it was.
    """
    unseen = EditorsAnswer.objects.filter(
        shown__invitation=OuterRef("pk"), screened_at=None
    )
    over = EditorsInvitation.objects.filter(
        ~Exists(unseen), expires_on__lt=timezone.localdate(now) - WORDS_KEPT
    )
    ended = [one for one in over if _end(one)]
    return [f"Words of {len(ended)} groups of young editors"] if ended else []


def _end(invitation: EditorsInvitation) -> bool:
    """Destroy one key, where there still is one; say whether there was."""
    owner = invitation.key_owner
    if not key_is_there(owner=owner, purpose=KeyPurpose.RAW):
        return False
    destroy_key(owner=owner, purpose=KeyPurpose.RAW)
    record("young_editors.end_words", of=invitation, by=None)
    return True
