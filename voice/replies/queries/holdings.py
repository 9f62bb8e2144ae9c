"""Which promises somebody keeps up to date, through the actions they own."""

from collections.abc import Collection

from django.urls import reverse

from voice.accounts.holdings import Held, Holdings
from voice.replies.models import Promise


def promises_held_by(people: Collection[int]) -> Holdings:
    """Return the promises that hang on the actions of each of `people` (ids)."""
    found: Holdings = {}
    rows = Promise.objects.filter(action__owner__in=people).select_related("action")
    for promise in rows:
        held = Held(str(promise), reverse("replies:promise", args=[promise.pk]))
        found.setdefault(promise.action.owner_id, []).append(held)  # type: ignore[union-attr,arg-type]
    return found
