"""How somebody chose to work here."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def choose_how_to_work(user: User, *, by: User, **chosen: object) -> None:
    """Keep the languages somebody reads, their number and, for readers, how they read.

    `chosen` holds reads_languages, and may hold mobile, covers_words, rests_after and
    reading_hours;
    of a number the audit learns only whether there is one.
    """
    for name, value in chosen.items():
        setattr(user, name, value)
    user.save(update_fields=list(chosen))
    if "mobile" in chosen:
        chosen["mobile"] = bool(chosen["mobile"])
    record("accounts.choose", of=user, by=by, **chosen)
