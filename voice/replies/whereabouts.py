"""Tells the admin where consultations are, and the desk's first page what is late."""

from collections.abc import Iterable

from django.utils import timezone

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from surveys.where_it_is import Whereabouts
from voice.accounts.models import User
from voice.replies.permissions import user_can_write_replies
from voice.replies.queries import overdue_standings, standings
from voice.replies.state_words import late_words, next_words


def where_consultations_are(
    consultations: Iterable[Consultation],
) -> dict[int, Whereabouts]:
    """Return where each of them is today, and what comes next; two queries."""
    keys = [one.pk for one in consultations]
    return {
        standing.consultation.pk: Whereabouts(
            str(standing.state.label), next_words(standing)
        )
        for standing in standings(timezone.localdate(), of=keys)
    }


def late_replies(user: User) -> str:
    """Return, in words, how many replies of a worker's consultations are late."""
    if not user_can_write_replies(user):
        return ""
    mine = set(consultations_of(user).values_list("pk", flat=True))
    late = overdue_standings(timezone.localdate())
    return late_words(sum(one.consultation.pk in mine for one in late))
