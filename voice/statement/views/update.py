"""An owner's own actions, and saying how one stands."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.gate import not_for_you, signed_in, staff_only
from voice.statement.domain.actions import (
    ActionRefused,
    ReasonNeeded,
    UpdatedMeanwhile,
    newest_note,
    update_action,
)
from voice.statement.forms.update import UpdateForm
from voice.statement.models import Action
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
    user_can_update_action,
)
from voice.statement.queries import action_in_full, own_actions
from voice.statement.queries.updates import silent_among
from voice.statement.queries.waiting import updates_in_words


@staff_only(user_can_read_statement)
def my_actions(request: HttpRequest) -> HttpResponse:
    """Show whoever asks the actions they own, those that wait for an update first."""
    today = timezone.localdate()
    mine = own_actions(signed_in(request))
    silent = {one.action.pk: one for one in silent_among(mine, on=today)}
    context = {
        "actions": sorted(mine, key=lambda action: action.pk not in silent),
        "silent": silent,
        "late": [one for one in mine if one.days_late(today)],
        "today": today,
    }
    return render(request, "statement/my_actions.html", context)


@staff_only(user_can_read_statement)
def action_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how an action stands: its owner, or whoever writes the statement."""
    action = action_in_full(pk)
    if action is None:
        raise Http404
    if not user_can_update_action(request.user, action):
        return not_for_you(request)
    form = UpdateForm(request.POST or None, action=action, seen=newest_note(action))
    if request.method == "POST" and form.is_valid() and _updated(request, form, action):
        messages.success(request, _thanks(request))
        if user_can_edit_statement(request.user) and action.owner_id != request.user.pk:
            return redirect("statement:action", action.pk)
        return redirect("statement:my_actions")
    context = {
        "form": form,
        "action": action,
        "last": action.notes.first(),
        "today": timezone.localdate(),
    }
    return render(request, "statement/update.html", context)


def _thanks(request: HttpRequest) -> str:
    """Return thanks, and how many more wait for whoever updated."""
    thanks = _("Thank you. The board sees it as you said.")
    return f"{thanks} {updates_in_words(signed_in(request))}".strip()


def _updated(request: HttpRequest, form: UpdateForm, action: Action) -> bool:
    """Save the update; on a refusal put its sentence beside the field it is about."""
    try:
        update_action(
            action,
            status=form.cleaned_data["status"],
            reason=form.cleaned_data["reason"],
            note=form.cleaned_data["note"],
            readings=form.readings(),
            seen=form.cleaned_data["seen"],
            by=signed_in(request),
        )
    except ReasonNeeded as refused:
        form.add_error("reason", str(refused))
        return False
    except UpdatedMeanwhile as refused:
        form.add_error(None, str(refused))
        form.has_seen(newest_note(action))
        return False
    except ActionRefused as refused:
        form.add_error("status", str(refused))
        return False
    return True
