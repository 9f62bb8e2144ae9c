"""Where somebody is signed in, and signing out of one place or all others."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.domain.devices import end_others, end_session
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.logic.browsers import browser_name
from voice.accounts.views.home import anybody_signed_in


@staff_only(anybody_signed_in)
@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """Show every place one is signed in, this one first."""
    sessions = UserSession.objects.purge_and_list(signed_in(request))
    rows = [
        (session, session.is_current(), browser_name(session.user_agent))
        for session in sessions
    ]
    rows.sort(key=lambda row: (not row[1], row[0].created_at))
    return render(request, "accounts/devices.html", {"rows": rows})


@staff_only(anybody_signed_in)
@require_POST
def end_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out of one place; somebody else's is not there."""
    person = signed_in(request)
    session = get_object_or_404(UserSession, pk=pk, user=person)
    here = session.is_current()
    end_session(session, by=person)
    if here:
        return redirect("account_login")
    messages.success(request, _("Signed out there."))
    return redirect("accounts:devices")


@staff_only(anybody_signed_in)
@require_POST
def end_all_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    end_others(signed_in(request), but=request.session.session_key or "")
    messages.success(request, _("Signed out everywhere else."))
    return redirect("accounts:devices")
