"""Showing words again to somebody who opened them before."""

from collections.abc import Sequence

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.models import Reading
from voice.moderation.queries.opened import opened_words


@transaction.atomic
def read_again(readings: Sequence[Reading], *, by: User) -> dict[int, str]:
    """Return the words of each reading by its id, and write down who saw them again."""
    if not readings:
        return {}
    words = opened_words(readings)
    record("moderation.read_again", of=Reading, by=by, readings=list(words))
    return words
