"""Somebody's own page: the languages they read, and how they like to read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voice.accounts.domain.choices import choose_how_to_work
from voice.accounts.forms.you import form_for
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.permissions import user_may_enter_desk


@staff_only(user_may_enter_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def you(request: HttpRequest) -> HttpResponse:
    """Show and keep what somebody says about how they work."""
    user = signed_in(request)
    form = form_for(user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        choose_how_to_work(user, by=user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("accounts:you")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/you.html", {"form": form}, status=status)
