"""Which actions wait for an update, since when, and whom they wait for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.statement.logic.updates import update_due_on
from voice.statement.models import Action, ActionNote, Statement


@dataclass(frozen=True, slots=True)
class Silent:
    """An action whose update is due: said to stand so on `since`; None if never."""

    action: Action
    since: date | None
    days: int


def with_last_update(actions: QuerySet[Action]) -> QuerySet[Action]:
    """Return actions that know when somebody last said how they stand (`said_at`).

    `heard_at` is the same, or when the action was written while nobody has said.
    """
    notes = ActionNote.objects.filter(action=OuterRef("pk")).order_by("-at", "-id")
    said_at = Subquery(notes.values("at")[:1])
    return actions.annotate(said_at=said_at).annotate(
        heard_at=Coalesce(F("said_at"), F("added_at"))
    )


def silence_of(action: Action, *, on: date) -> Silent | None:
    """Return since when an action is not updated; None while no update is due.

    `action` was read through with_last_update, with its statement.
    """
    if action.is_done:
        return None
    heard = timezone.localdate(action.heard_at)  # type: ignore[attr-defined]
    weeks = action.area.key_theme.statement.update_weeks
    days = (on - update_due_on(heard, weeks=weeks)).days
    if days <= 0:
        return None
    said_at = action.said_at  # type: ignore[attr-defined]
    return Silent(action, timezone.localdate(said_at) if said_at else None, days)


def heard_before(statement: Statement, *, on: date) -> datetime:
    """Return the moment before which the last update makes the next one late."""
    day = on - timedelta(weeks=statement.update_weeks)
    return datetime.combine(day, time(), timezone.get_current_timezone())


def silent_among(actions: Iterable[Action], *, on: date) -> list[Silent]:
    """Return those whose update is due, the longest waited for first."""
    found = [silence_of(action, on=on) for action in actions]
    return sorted(
        (one for one in found if one is not None),
        key=lambda one: (-one.days, one.action.pk),
    )


def silent_of(statement: Statement, *, on: date) -> list[Silent]:
    """Return every action of a statement whose update is due; one query."""
    actions = Action.objects.filter(
        area__key_theme__statement=statement
    ).select_related("area__key_theme__statement", "owner", "task_group")
    return silent_among(with_last_update(actions), on=on)


def may_update(user: User) -> Q:
    """Return the condition for actions that `user` owns or whose task group they are in."""
    groups = user.task_groups.values("pk")
    return Q(owner=user) | Q(task_group__in=groups)


def waited_for(statement: Statement, *, on: date) -> dict[User, int]:
    """Return how many updates wait for each owner; three queries.

    Where an action has no owner who signs in, its task group's members.
    """
    found: dict[User, int] = {}
    groups: dict[int, list[User]] = {}
    owners = User.objects.filter(
        is_active=True, groups__name=Role.ACTION_OWNER.value
    ).distinct()
    for member in owners.filter(task_groups__statement=statement).prefetch_related(
        "task_groups"
    ):
        for group in member.task_groups.all():
            groups.setdefault(group.pk, []).append(member)
    active = {user.pk: user for user in owners}
    for silent in silent_of(statement, on=on):
        owner = active.get(silent.action.owner_id or 0)
        people = [owner] if owner else groups.get(silent.action.task_group_id or 0, [])
        for person in people:
            found[person] = found.get(person, 0) + 1
    return found
