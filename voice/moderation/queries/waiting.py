"""What waits for one reader, in words for the desk's first page."""

from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import ngettext

from voice.accounts.models import User
from voice.moderation.logic.wanted import Wanted
from voice.moderation.queries.concerns import OPEN, concerns_for
from voice.moderation.queries.queue import wanted_readings
from voice.moderation.queries.readers import routes_for


def reading_in_words(user: User) -> str:
    """Return how many comments wait that `user` would find; empty for none.

    The figure and the words are those that stand over the queue as it opens.
    """
    found = wanted_readings(
        Wanted(), routes=routes_for(user), by=user, now=timezone.now()
    ).count()
    if not found:
        return ""
    return strip_tags(
        ngettext(
            "<strong>%(waiting)s</strong> waits to be read",
            "<strong>%(waiting)s</strong> wait to be read",
            found,
        )
        % {"waiting": found}
    )


def concerns_in_words(user: User) -> str:
    """Return how many concerns wait for `user` to decide; empty for none.

    Nobody is told of one they are walled off from.
    """
    found = concerns_for(user).filter(state__in=OPEN).count()
    if not found:
        return ""
    return ngettext(
        "%(waiting)s waits for a decision", "%(waiting)s wait for a decision", found
    ) % {"waiting": found}
