"""Beginning briefings, seeing how far they are, dropping them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from voice.accounts.gate import signed_in, staff_only
from voice.briefings.domain.briefings import (
    begin_briefing,
    begin_next_version,
    describe_briefing,
    drop_briefing,
)
from voice.briefings.domain.errors import NotIssued
from voice.briefings.forms.briefing import BriefingForm
from voice.briefings.models import Briefing, BriefingIsIssued, NotBeingWritten
from voice.briefings.permissions import (
    user_can_approve_briefing,
    user_can_write_briefings,
)
from voice.briefings.queries.desk import briefings_at_the_desk, briefings_in_full
from voice.briefings.queries.issued import taken_back
from voice.briefings.queries.meetings import meetings_around
from voice.briefings.queries.public import publication_of
from voice.briefings.queries.readiness import readiness_of

REFUSED = (BriefingIsIssued, NotBeingWritten)


@staff_only(user_can_write_briefings)
@require_safe
def briefings(request: HttpRequest) -> HttpResponse:
    """List every briefing: what is written, what waits, what the board reads."""
    context = {"briefings": briefings_at_the_desk()}
    return render(request, "briefings/desk/list.html", context)


@staff_only(user_can_write_briefings)
@require_safe
def briefing(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one briefing: its sections, what must be mended, and the next step."""
    found = get_object_or_404(briefings_in_full(), pk=pk)
    context = {
        "briefing": found,
        "ready": readiness_of(found) if found.is_draft else None,
        "sections": found.sections.select_related("key_theme", "release__survey"),
        "may_approve": user_can_approve_briefing(request.user, found),
        "taken_back": taken_back(found),
        "published": publication_of(found),
        "openings": found.openings.select_related("by") if found.is_issued else [],
    }
    return render(request, "briefings/desk/briefing.html", context)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def briefing_new(request: HttpRequest) -> HttpResponse:
    """Begin a briefing."""
    coming = meetings_around(timezone.localdate()).next
    first = {"audience": coming.name, "meeting_on": coming.on} if coming else {}
    form = BriefingForm(
        request.POST if request.method == "POST" else None, initial=first
    )
    if request.method == "POST" and form.is_valid():
        begun = begin_briefing(**form.cleaned_data, by=signed_in(request))
        messages.success(request, _("Begun. Choose its sections next."))
        return redirect("briefings:choose", pk=begun.pk)
    context = {"form": form, "heading": _("New briefing")}
    return render(request, "briefings/desk/form.html", context)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def briefing_describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a draft is called, for whom and when it is."""
    found = get_object_or_404(Briefing, pk=pk)
    form = BriefingForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            describe_briefing(found, **form.cleaned_data, by=signed_in(request))
        except REFUSED as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("briefings:briefing", pk=pk)
    context = {"form": form, "heading": _("Title, day and language"), "briefing": found}
    return render(request, "briefings/desk/form.html", context)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def briefing_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then delete a draft."""
    found = get_object_or_404(Briefing, pk=pk)
    if request.method == "POST":
        try:
            drop_briefing(found, by=signed_in(request))
        except REFUSED as refused:
            messages.error(request, str(refused))
            return redirect("briefings:briefing", pk=pk)
        messages.success(request, _("Dropped."))
        return redirect("briefings:briefings")
    return render(request, "briefings/desk/drop.html", {"briefing": found})


@staff_only(user_can_write_briefings)
@require_POST
def briefing_next_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the next version of an issued briefing."""
    found = get_object_or_404(Briefing, pk=pk)
    try:
        following = begin_next_version(found, by=signed_in(request))
    except NotIssued as refused:
        messages.error(request, str(refused))
        return redirect("briefings:briefing", pk=pk)
    messages.success(
        request, _("This is the next version. The board reads it once issued.")
    )
    return redirect("briefings:briefing", pk=following.pk)
