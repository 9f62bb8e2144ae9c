"""Which actions somebody signs in to update, and which task groups they are in."""

from collections.abc import Collection

from django.urls import reverse

from voice.accounts.holdings import Held, Holdings
from voice.statement.models import Action, TaskGroup


def actions_held_by(people: Collection[int]) -> Holdings:
    """Return the actions each of `people` (ids) owns, and where to hand them over."""
    found: Holdings = {}
    for action in Action.objects.filter(owner__in=people).only("title", "owner"):
        held = Held(action.title, reverse("statement:action_edit", args=[action.pk]))
        found.setdefault(action.owner_id or 0, []).append(held)
    return found


def groups_held_by(people: Collection[int]) -> Holdings:
    """Return the task groups each of `people` (ids) is in, and where to change that."""
    found: Holdings = {}
    through = TaskGroup.members.through.objects.filter(user__in=people)
    for row in through.select_related("taskgroup").order_by("taskgroup__name"):
        group = row.taskgroup
        held = Held(group.name, reverse("statement:task_group_edit", args=[group.pk]))
        found.setdefault(row.user_id, []).append(held)
    return found
