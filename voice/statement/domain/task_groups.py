"""Who carries out actions together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.models import Statement, TaskGroup

if TYPE_CHECKING:
    from voice.accounts.models import User


class NameTaken(Exception):
    """Another task group of the statement has this name; the message is for people."""


@transaction.atomic
def add_task_group(
    statement: Statement,
    *,
    name: str,
    lead_title: str,
    by: "User",
    members: "Iterable[User]" = (),
) -> TaskGroup:
    """Return a new task group of the statement; raises NameTaken."""
    group = TaskGroup(statement=statement, name=name.strip(), lead_title=lead_title)
    return _saved(group, members, verb="statement.add_task_group", by=by)


@transaction.atomic
def edit_task_group(
    group: TaskGroup,
    *,
    name: str,
    lead_title: str,
    by: "User",
    members: "Iterable[User]" = (),
) -> TaskGroup:
    """Change a task group's name, lead and members, and return it; raises NameTaken."""
    group.name, group.lead_title = name.strip(), lead_title
    return _saved(group, members, verb="statement.edit_task_group", by=by)


def _saved(
    group: TaskGroup, members: "Iterable[User]", *, verb: str, by: "User"
) -> TaskGroup:
    """Save a group with exactly these members, and audit who they are by their ids."""
    same = TaskGroup.objects.filter(
        statement_id=group.statement_id, name__iexact=group.name
    )
    if same.exclude(pk=group.pk).exists():
        raise NameTaken(_("There is a task group of this name already."))
    group.save()
    group.members.set(members)
    ids = sorted(group.members.values_list("pk", flat=True))
    record(verb, of=group, by=by, members=ids)
    return group
