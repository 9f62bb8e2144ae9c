"""Break-glass: asking, answering, closing, and everything that was ever asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from voice.accounts.domain import break_glass as verbs
from voice.accounts.domain.errors import AccountsError
from voice.accounts.forms.break_glass import BreakGlassForm
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.accounts.models import BreakGlass
from voice.accounts.permissions import (
    user_may_ask_break_glass,
    user_may_see_break_glass,
)
from voice.accounts.queries.break_glass import every_break_glass


@staff_only(user_may_see_break_glass)
@require_safe
def break_glass(request: HttpRequest) -> HttpResponse:
    """Show all that was asked, newest first, with what one may do about each."""
    every = list(every_break_glass())
    return render(
        request,
        "accounts/break_glass.html",
        {
            "now": [one for one in every if one.is_open or one.is_waiting],
            "before": [one for one in every if not (one.is_open or one.is_waiting)],
            "may_ask": user_may_ask_break_glass(request.user),
        },
    )


@staff_only(user_may_ask_break_glass)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for one survey."""
    form = BreakGlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        survey = form.cleaned_data["survey"]
        try:
            verbs.ask_to_break_glass(
                survey,
                title=form.titles[survey],
                reason=form.cleaned_data["reason"],
                by=signed_in(request),
            )
        except AccountsError as error:
            form.add_error("survey", str(error))
        else:
            messages.success(
                request, _("Asked. Nothing is open until somebody else says yes.")
            )
            return redirect("accounts:break_glass")
    status = 422 if form.errors else 200
    return render(
        request, "accounts/break_glass_ask.html", {"form": form}, status=status
    )


@staff_only(user_may_see_break_glass)
@require_POST
@recently_proven
def open_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes, as the second person."""
    asked = get_object_or_404(BreakGlass, pk=pk)
    try:
        opened = verbs.open_break_glass(asked, by=signed_in(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            _("Open to %(name)s for one hour, for reading. It closes itself.")
            % {"name": opened.asked_by},
        )
    return redirect("accounts:break_glass")


@staff_only(user_may_see_break_glass)
@require_POST
@recently_proven
def refuse_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no, as the second person."""
    asked = get_object_or_404(BreakGlass, pk=pk)
    try:
        verbs.refuse_break_glass(asked, by=signed_in(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Refused. Nothing was opened."))
    return redirect("accounts:break_glass")


@staff_only(user_may_see_break_glass)
@require_POST
def close_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Close it before its hour is over; anybody who sees it may, at once."""
    opened = get_object_or_404(BreakGlass, pk=pk)
    verbs.close_break_glass(opened, by=signed_in(request))
    messages.success(request, _("Closed. Nothing more can be read."))
    return redirect("accounts:break_glass")
