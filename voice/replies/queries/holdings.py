"""Which promises somebody keeps up to date, through the actions they own."""

from collections.abc import Collection

from django.urls import reverse

from voice.accounts.holdings import Held, Holdings
from voice.replies.models import Promise


def promises_held_by(people: Collection[int]) -> Holdings:
    """Return the promises that hang on the actions of each of `people` (ids).

    A promise goes with its action, so that is where it is handed over.
    """
    found: Holdings = {}
    rows = Promise.objects.filter(action__owner__in=people).select_related("action")
    for promise in rows:
        action = reverse("statement:action_edit", args=[promise.action_id])
        held = Held(str(promise), action)
        found.setdefault(promise.action.owner_id, []).append(held)  # type: ignore[union-attr,arg-type]
    return found
