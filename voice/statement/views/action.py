"""An action and its measures: what it is, and how it has stood."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.statement.domain.actions import (
    add_action,
    add_measure,
    edit_action,
    edit_measure,
    is_unproven,
)
from voice.statement.forms.statements import ActionForm, MeasureForm
from voice.statement.models import Action, Area, Measure
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
    user_can_update_action,
)
from voice.statement.queries import action_in_full
from voice.statement.queries.history import history_of
from voice.statement.queries.numbers import next_action_number
from voice.statement.queries.updates import silence_of
from voice.statement.views.form_page import form_page


@staff_only(user_can_read_statement)
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one action with its measures, evidence and notes."""
    found = action_in_full(pk)
    if found is None:
        raise Http404
    context = {
        "action": found,
        "may_edit": user_can_edit_statement(request.user),
        "may_update": user_can_update_action(request.user, found),
        "silent": silence_of(found, on=timezone.localdate()),
        "unproven": is_unproven(found),
        "today": timezone.localdate(),
    }
    return render(request, "statement/action.html", context)


@staff_only(user_can_read_statement)
@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show everything that happened to an action, newest first."""
    found = get_object_or_404(Action.objects.select_related("area"), pk=pk)
    context = {"action": found, "happened": history_of(found)}
    return render(request, "statement/action_history.html", context)


@staff_only(user_can_edit_statement)
def action_new(request: HttpRequest, area: int) -> HttpResponse:
    """Add an action to an area."""
    parent = get_object_or_404(
        Area.objects.select_related("key_theme__statement"), pk=area
    )
    return form_page(
        request,
        ActionForm(
            request.POST or None,
            instance=Action(area=parent),
            initial={"number": next_action_number(parent)},
        ),
        heading=_("New action"),
        save=lambda data: add_action(parent, by=signed_in(request), **data),
        back=reverse("statement:key_theme", args=[parent.key_theme_id]),
        above=str(parent),
    )


@staff_only(user_can_edit_statement)
def action_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what an action is, whose and by when."""
    found = get_object_or_404(
        Action.objects.select_related("area__key_theme__statement"), pk=pk
    )
    return form_page(
        request,
        ActionForm(request.POST or None, instance=found),
        heading=_("Change an action"),
        save=lambda data: edit_action(found, by=signed_in(request), **data),
        back=reverse("statement:action", args=[pk]),
        above=str(found.area),
    )


@staff_only(user_can_edit_statement)
def measure_new(request: HttpRequest, action: int) -> HttpResponse:
    """Add a measure to an action."""
    parent = get_object_or_404(Action, pk=action)
    return form_page(
        request,
        MeasureForm(request.POST or None),
        heading=_("New measure"),
        save=lambda data: add_measure(parent, by=signed_in(request), **data),
        back=reverse("statement:action", args=[parent.pk]),
        above=parent.title,
    )


@staff_only(user_can_edit_statement)
def measure_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a measure is; its readings stay."""
    found = get_object_or_404(Measure.objects.select_related("action"), pk=pk)
    return form_page(
        request,
        MeasureForm(request.POST or None, instance=found),
        heading=_("Change a measure"),
        save=lambda data: edit_measure(found, by=signed_in(request), **data),
        back=reverse("statement:action", args=[found.action_id]),
        above=found.action.title,
    )
