"""How somebody chose to work here."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def choose_how_to_work(user: User, *, by: User, **chosen: object) -> None:
    """Keep the languages somebody reads and, for readers, how they read.

    `chosen` holds reads_languages, and may hold covers_words and rests_after.
    """
    for name, value in chosen.items():
        setattr(user, name, value)
    user.save(update_fields=list(chosen))
    record("accounts.choose", of=user, by=by, **chosen)
