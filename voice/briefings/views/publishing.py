"""Saying yes to showing the public part of a briefing, and taking it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.briefings.domain.errors import CannotBePublic
from voice.briefings.domain.publishing import publish_briefing, unpublish_briefing
from voice.briefings.forms.briefing import UnpublishForm
from voice.briefings.permissions import user_can_write_briefings
from voice.briefings.queries.issued import issued_briefings
from voice.briefings.queries.public import public_part, publication_of


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what everybody would read, and take somebody's word for it."""
    found = get_object_or_404(issued_briefings(), pk=pk)
    reason = ""
    if request.method == "POST":
        try:
            publish_briefing(found, by=signed_in(request))
        except CannotBePublic as refused:
            reason = str(refused)
        else:
            messages.success(request, _("Its public part is on the site now."))
            return redirect("briefings:briefing", pk=pk)
    context = {"briefing": found, "public": public_part(found), "reason": reason}
    return render(request, "briefings/desk/publish.html", context)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def unpublish(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, then take the public part of a briefing off the site."""
    found = get_object_or_404(issued_briefings(), pk=pk)
    if publication_of(found) is None:
        raise Http404
    form = UnpublishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        unpublish_briefing(found, why=form.cleaned_data["why"], by=signed_in(request))
        messages.success(request, _("It is off the site. The board still reads it."))
        return redirect("briefings:briefing", pk=pk)
    context = {
        "form": form,
        "heading": _("Take it off the site"),
        "briefing": found,
    }
    return render(request, "briefings/desk/form.html", context)
