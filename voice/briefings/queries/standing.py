"""How the actions of a key theme stand, summed up without hiding the worst."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Subquery

from voice.statement.enums import ActionStatus
from voice.statement.models import Action, KeyTheme, Statement
from voice.statement.queries.updates import (
    Silent,
    silent_among,
    with_last_update,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a key theme stands: its worst status first, how many of each, what is late.

    `silent` are the actions whose update is due, the longest waited for first.
    """

    counts: list[tuple[ActionStatus, int]]
    late: list[Action]
    silent: list[Silent]

    @property
    def worst(self) -> ActionStatus | None:
        """Return the status to ask about first; None without actions."""
        return self.counts[0][0] if self.counts else None


def current_key_themes() -> list[KeyTheme]:
    """Return the key themes of the newest statement, with it; one query."""
    newest = Statement.objects.order_by("-starts_on").values("pk")[:1]
    found = KeyTheme.objects.filter(statement=Subquery(newest))
    return list(found.select_related("statement").order_by("number"))


def planned_actions(key_themes: list[KeyTheme]) -> QuerySet[Action]:
    """Return the actions under key themes, in the order of their areas; one query.

    Each knows when it was last updated."""
    found = with_last_update(Action.objects.filter(area__key_theme__in=key_themes))
    return found.select_related("area__key_theme__statement").order_by(
        "area__key_theme__number", "area__number", "id"
    )


def actions_of(key_theme: KeyTheme) -> list[Action]:
    """Return a key theme's actions, already read, in the order of its areas."""
    return [action for area in key_theme.areas.all() for action in area.actions.all()]


def standing_of(actions: list[Action], *, on: date) -> Standing:
    """Return how these actions stand on the day `on`; withdrawn ones stand no more."""
    actions = [action for action in actions if not action.is_withdrawn]
    counted = Counter(ActionStatus(action.status) for action in actions)
    return Standing(
        counts=[
            (status, counted[status])
            for status in ActionStatus.worst_first()
            if counted[status]
        ],
        late=[action for action in actions if action.days_late(on)],
        silent=silent_among(actions, on=on),
    )
