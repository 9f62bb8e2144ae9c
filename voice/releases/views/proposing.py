"""Proposing a release: what it would tell, what stays hidden, which quotes go in."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surveys.models import Survey
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.audit.domain.record import record
from voice.moderation.models import Reading
from voice.releases.attacked import place_words
from voice.releases.domain.attempts import CouldBeWorkedOut
from voice.releases.domain.releases import (
    GatesNotMet,
    QuoteNotAllowed,
    preview_tables,
    propose_release,
)
from voice.releases.forms import ProposalForm
from voice.releases.hidden import hidden_and_why
from voice.releases.logic.gates import shut_gates
from voice.releases.logic.leaving_out import leavable
from voice.releases.logic.tables import Tables
from voice.releases.models import Release
from voice.releases.permissions import (
    user_can_propose_release,
    user_can_propose_release_of,
)
from voice.releases.presentation import gate_sentence
from voice.releases.queries.quotable import quotable_readings
from voice.releases.queries.standing import standing_of, surveys_to_release


@staff_only(user_can_propose_release)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a release would tell and let the worker choose quotes and sign first."""
    survey = get_object_or_404(surveys_to_release(), slug=slug)
    if not user_can_propose_release_of(request.user, survey):
        raise Http404
    gates = shut_gates(standing_of(survey))
    if gates:
        return _shut(request, survey, [gate_sentence(gate) for gate in gates])
    readings = list(quotable_readings(survey))
    tables = preview_tables(survey)
    posted = request.POST.getlist("leave_out")
    form = ProposalForm(
        request.POST or None, readings=readings, leave_out=_offered(posted, tables)
    )
    worked_out: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            release = _propose(request, survey, form)
        except GatesNotMet as shut:
            return _shut(request, survey, shut.reasons)
        except QuoteNotAllowed as refused:
            form.add_error("quotes", str(refused))
        except CouldBeWorkedOut as found:
            worked_out = found.reasons
            form = _offering_less(request, readings, tables, found)
        else:
            messages.success(
                request, _("Proposed, with your signature. Somebody else signs next.")
            )
            return redirect("releases:release", pk=release.pk)
    record(
        "releases.read_quotable",
        of=survey,
        by=signed_in(request),
        readings=len(readings),
    )
    return render(
        request,
        "releases/propose.html",
        {
            "survey": survey,
            "form": form,
            "tables": tables,
            "hidden": hidden_and_why(tables),
            "worked_out": worked_out,
        },
    )


def _propose(request: HttpRequest, survey: Survey, form: ProposalForm) -> Release:
    """Propose with the quotes, and without the tables, that were chosen."""
    return propose_release(
        survey,
        by=signed_in(request),
        quotes=[form.comments[key] for key in form.cleaned_data["quotes"]],
        leave_out=form.cleaned_data["leave_out"],
    )


def _offered(names: Sequence[str], tables: Tables) -> list[tuple[str, str]]:
    """Return tables that can be left out, each with what it is called."""
    can_be = leavable(tables)
    return [
        (name, place_words(name, tables))
        for name in dict.fromkeys(names)
        if name in can_be
    ]


def _offering_less(
    request: HttpRequest,
    readings: Sequence[Reading],
    tables: Tables,
    found: CouldBeWorkedOut,
) -> ProposalForm:
    """Return the form as it was sent, with what to leave out chosen already."""
    data = request.POST.copy()
    names = [*data.getlist("leave_out"), *found.leave_out]
    data.setlist("leave_out", list(dict.fromkeys(names)))
    return ProposalForm(data, readings=readings, leave_out=_offered(names, tables))


def _shut(request: HttpRequest, survey: Survey, reasons: list[str]) -> HttpResponse:
    """Say why this survey cannot be released now."""
    return render(request, "releases/shut.html", {"survey": survey, "reasons": reasons})
