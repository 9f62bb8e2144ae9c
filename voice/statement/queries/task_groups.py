"""Task groups and how their actions stand."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from voice.statement.enums import ActionStatus
from voice.statement.models import Action, Statement, TaskGroup
from voice.statement.queries.action_list import IN_THE_PLAN, actions_of
from voice.statement.queries.updates import silence_of


@dataclass(frozen=True, slots=True)
class GroupInShort:
    """One task group: how many actions of each status, the worst first; what waits."""

    group: TaskGroup
    counts: list[tuple[ActionStatus, int]]
    late: int
    silent: int


def groups_in_short(statement: Statement, *, on: date) -> list[GroupInShort]:
    """Return every task group of a statement on the day `on`; two queries."""
    actions: dict[int, list[Action]] = {}
    for action in actions_of(statement).filter(
        task_group__isnull=False, withdrawn_at=None
    ):
        actions.setdefault(action.task_group_id or 0, []).append(action)
    return [
        _in_short(group, actions.get(group.pk, []), on)
        for group in statement.task_groups.all()
    ]


def actions_of_group(group: TaskGroup) -> list[Action]:
    """Return a group's actions in the order of the plan; one query."""
    mine = actions_of(group.statement).filter(task_group=group, withdrawn_at=None)
    return list(mine.order_by(*IN_THE_PLAN))


def _in_short(group: TaskGroup, actions: list[Action], on: date) -> GroupInShort:
    """Return one group with what its actions add up to."""
    counted = Counter(ActionStatus(action.status) for action in actions)
    return GroupInShort(
        group=group,
        counts=[
            (status, counted[status])
            for status in ActionStatus.worst_first()
            if counted[status]
        ],
        late=sum(1 for action in actions if action.days_late(on)),
        silent=sum(1 for action in actions if silence_of(action, on=on)),
    )
