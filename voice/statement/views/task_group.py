"""Task groups: who carries out actions together, and how those stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.statement.domain.task_groups import add_task_group, edit_task_group
from voice.statement.forms.task_groups import TaskGroupForm
from voice.statement.models import Statement, TaskGroup
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import current_statement
from voice.statement.queries.task_groups import actions_of_group, groups_in_short
from voice.statement.queries.updates import silent_among
from voice.statement.views.form_page import form_page


@staff_only(user_can_read_statement)
@require_safe
def task_groups(request: HttpRequest) -> HttpResponse:
    """List the newest statement's task groups and how their actions stand."""
    statement = current_statement()
    if statement is None:
        return redirect("statement:statement")
    context = {
        "statement": statement,
        "groups": groups_in_short(statement, on=timezone.localdate()),
        "may_edit": user_can_edit_statement(request.user),
    }
    return render(request, "statement/task_groups.html", context)


@staff_only(user_can_read_statement)
@require_safe
def task_group(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one task group: lead, members, actions."""
    found = get_object_or_404(TaskGroup.objects.select_related("statement"), pk=pk)
    today = timezone.localdate()
    actions = actions_of_group(found)
    context = {
        "group": found,
        "members": list(found.members.order_by("name")),
        "actions": actions,
        "silent": {one.action.pk: one for one in silent_among(actions, on=today)},
        "may_edit": user_can_edit_statement(request.user),
        "today": today,
    }
    return render(request, "statement/task_group.html", context)


@staff_only(user_can_edit_statement)
def task_group_new(request: HttpRequest, statement: int) -> HttpResponse:
    """Add a task group to a statement."""
    parent = get_object_or_404(Statement, pk=statement)
    return form_page(
        request,
        TaskGroupForm(request.POST or None, instance=TaskGroup(statement=parent)),
        heading=_("New task group"),
        save=lambda data: add_task_group(parent, by=signed_in(request), **data),
        back=reverse("statement:task_groups"),
        above=parent.title,
    )


@staff_only(user_can_edit_statement)
def task_group_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a task group's name, lead and members."""
    found = get_object_or_404(TaskGroup, pk=pk)
    return form_page(
        request,
        TaskGroupForm(request.POST or None, instance=found),
        heading=_("Change a task group"),
        save=lambda data: edit_task_group(found, by=signed_in(request), **data),
        back=reverse("statement:task_group", args=[pk]),
    )
