"""Which actions somebody signs in to update."""

from collections.abc import Collection

from django.urls import reverse

from voice.accounts.holdings import Held, Holdings
from voice.statement.models import Action


def actions_held_by(people: Collection[int]) -> Holdings:
    """Return the actions each of `people` (ids) owns, and where to hand them over."""
    found: Holdings = {}
    for action in Action.objects.filter(owner__in=people).only("title", "owner"):
        held = Held(action.title, reverse("statement:action_edit", args=[action.pk]))
        found.setdefault(action.owner_id or 0, []).append(held)
    return found
