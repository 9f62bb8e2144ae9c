"""Giving up an action or an area with a reason, and taking it up again."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import signed_in, staff_only
from voice.statement.domain.withdrawing import (
    WithdrawalRefused,
    bring_action_back,
    bring_area_back,
    withdraw_action,
    withdraw_area,
)
from voice.statement.forms.versions import WithdrawForm
from voice.statement.models import Action, Area
from voice.statement.permissions import user_can_edit_statement


@staff_only(user_can_edit_statement)
@require_http_methods(["GET", "HEAD", "POST"])
def action_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, then withdraw an action; or take it up again."""
    found = get_object_or_404(Action.objects.select_related("area"), pk=pk)
    by = signed_in(request)
    return _page(
        request,
        found,
        give_up=lambda why: withdraw_action(found, why=why, by=by),
        take_up=lambda: bring_action_back(found, by=by),
        back=reverse("statement:action", args=[pk]),
    )


@staff_only(user_can_edit_statement)
@require_http_methods(["GET", "HEAD", "POST"])
def area_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, then withdraw an area with its actions; or take it up again."""
    found = get_object_or_404(Area, pk=pk)
    by = signed_in(request)
    return _page(
        request,
        found,
        give_up=lambda why: withdraw_area(found, why=why, by=by),
        take_up=lambda: bring_area_back(found, by=by),
        back=reverse("statement:key_theme", args=[found.key_theme_id]),
    )


def _page(
    request: HttpRequest,
    part: Action | Area,
    *,
    give_up: Callable[[str], object],
    take_up: Callable[[], object],
    back: str,
) -> HttpResponse:
    """Show the page of one part, and do what it was asked to."""
    form = WithdrawForm(request.POST or None)
    if request.method == "POST":
        try:
            if request.POST.get("do") == "back":
                take_up()
                messages.success(request, _("Taken up again."))
                return redirect(back)
            if form.is_valid():
                give_up(form.cleaned_data["why"])
                messages.success(request, _("Withdrawn. It stays in every version."))
                return redirect(back)
        except WithdrawalRefused as refused:
            messages.error(request, str(refused))
            return redirect(back)
    context = {
        "part": part,
        "is_area": isinstance(part, Area),
        "standing": part.actions.filter(withdrawn_at=None)
        if isinstance(part, Area)
        else [],
        "form": form,
        "back": back,
    }
    return render(request, "statement/withdraw.html", context)
