"""Writes down each try at reaching a young person who asked to be contacted."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.enums import Reached
from voice.moderation.models import Concern, ContactAttempt, ContactDetails


class NobodyAsked(CannotDecide):
    """Nobody asked to be contacted here, or how to reach them was deleted."""

    sentence = gettext_lazy("There is nobody to reach here any more.")


class NotYetTried(CannotDecide):
    """A try is written down once it was made."""

    sentence = gettext_lazy(
        "That time is still to come. Write a try down once you have made it."
    )


@transaction.atomic
def record_attempt(
    concern: Concern, *, reached: Reached, tried_at: datetime, note: str = "", by: User
) -> ContactAttempt:
    """Write down that `by` tried at `tried_at`, and what came of it; never changed.

    Raises NobodyAsked where there is nobody to reach (any more), NotYetTried of a time
    to come.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if not ContactDetails.objects.filter(concern=row).exists():
        raise NobodyAsked
    now = timezone.now()
    if tried_at > now:
        raise NotYetTried
    attempt = ContactAttempt(
        concern=row, tried_at=tried_at, reached=Reached(reached), by=by, at=now
    )
    attempt.write(note.strip())
    attempt.save(force_insert=True)
    record("moderation.try_contact", of=row, by=by, reached=attempt.reached)
    return attempt
