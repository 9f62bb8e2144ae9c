"""Reading a briefing as the board will, approving and issuing it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.briefings.domain.errors import CannotApprove, CannotIssue
from voice.briefings.domain.issuing import (
    approve_briefing,
    issue_briefing,
    take_approval_back,
)
from voice.briefings.forms.briefing import ApprovingForm
from voice.briefings.models import BriefingIsIssued, NotBeingWritten
from voice.briefings.permissions import (
    user_can_approve_briefing,
    user_can_write_briefings,
)
from voice.briefings.queries.composed import composed
from voice.briefings.queries.desk import briefings_in_full
from voice.briefings.queries.issued import paper_to_read
from voice.briefings.queries.readiness import readiness_of


@staff_only(user_can_write_briefings)
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the paper as it would be, or as it was approved."""
    found = get_object_or_404(briefings_in_full(), pk=pk)
    paper = composed(found).paper if found.is_draft else paper_to_read(found)
    context = {"briefing": found, "paper": paper, "is_preview": True}
    return render(request, "briefings/paper.html", context)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the second person the paper whole, and take their word for it."""
    found = get_object_or_404(briefings_in_full(), pk=pk)
    if not found.is_draft:
        return redirect("briefings:briefing", pk=pk)
    ready = readiness_of(found)
    posted = request.POST if request.method == "POST" else None
    form = ApprovingForm(
        posted,
        initial={"seen": ready.paper["hash"]},
        ask_of_names=bool(ready.to_look_at),
    )
    reasons = ready.all_reasons
    if posted is not None and form.is_valid():
        try:
            approve_briefing(
                found,
                seen=form.cleaned_data["seen"],
                names_looked_at=form.cleaned_data.get("names_looked_at", False),
                by=signed_in(request),
            )
        except CannotApprove as refused:
            reasons = refused.reasons
        except (BriefingIsIssued, NotBeingWritten) as refused:
            reasons = [str(refused)]
        else:
            messages.success(request, _("Approved. It can be issued now."))
            return redirect("briefings:briefing", pk=pk)
    context = {
        "briefing": found,
        "form": form,
        "paper": ready.paper,
        "reasons": reasons,
        "to_look_at": ready.to_look_at,
        "may_approve": user_can_approve_briefing(request.user, found),
    }
    return render(request, "briefings/desk/approve.html", context)


@staff_only(user_can_write_briefings)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an approved briefing a draft again."""
    found = get_object_or_404(briefings_in_full(), pk=pk)
    try:
        take_approval_back(found, by=signed_in(request))
    except BriefingIsIssued as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("It is being written again."))
    return redirect("briefings:briefing", pk=pk)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then put what was approved before the board for good."""
    found = get_object_or_404(briefings_in_full(), pk=pk)
    if found.is_issued:
        return redirect("briefings:briefing", pk=pk)
    if not found.is_approved:
        raise Http404
    reason = ""
    if request.method == "POST":
        try:
            issue_briefing(found, by=signed_in(request))
        except (CannotIssue, BriefingIsIssued) as refused:
            reason = str(refused)
        else:
            messages.success(request, _("Issued. The board can read it now."))
            return redirect("briefings:briefing", pk=pk)
    context = {"briefing": found, "reason": reason}
    return render(request, "briefings/desk/issue.html", context)
