"""How many updates wait for somebody, in a sentence for their desk."""

from django.utils import timezone
from django.utils.translation import ngettext

from voice.accounts.models import User
from voice.statement.models import Action
from voice.statement.queries.updates import may_update, silent_among, with_last_update


def updates_in_words(user: User) -> str:
    """Return how many of one's actions wait for an update; empty for none; one query."""
    mine = with_last_update(Action.objects.filter(may_update(user)))
    found = silent_among(
        mine.select_related("area__key_theme__statement"), on=timezone.localdate()
    )
    if not found:
        return ""
    return ngettext(
        "%(number)s action waits for your update.",
        "%(number)s actions wait for your update.",
        len(found),
    ) % {"number": len(found)}
