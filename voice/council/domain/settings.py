"""Changes what the council says of itself: name, help lines, duty hours, holidays."""

from django.db import transaction
from django.db.models import Model

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.models import Council


@transaction.atomic
def own_council() -> Council:
    """Return the one council, making it when the house is new."""
    return Council.objects.get_or_create(pk=1)[0]


@transaction.atomic
def keep_setting[Setting: Model](thing: Setting, *, by: User) -> Setting:
    """Save a changed setting; raises ValidationError when it cannot be so."""
    thing.full_clean()
    thing.save()
    record("council.keep_setting", of=thing, by=by)
    return thing


@transaction.atomic
def remove_setting(thing: Model, *, by: User) -> None:
    """Delete a setting."""
    record("council.remove_setting", of=thing, by=by)
    thing.delete()
