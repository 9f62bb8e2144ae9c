"""At the desk: ways in to a survey, its live counts, and the poster."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from surveys.domain.invitations import open_link, stop_invitation
from surveys.forms.ways_in import OpenLinkForm
from surveys.logic.posters import code_of
from surveys.models import Invitation
from surveys.permissions import user_can_run_surveys
from surveys.queries.consultations import consultation_words
from surveys.queries.listing import at_hand, put_away, surveys_to_run
from surveys.queries.members import surveys_run_by
from surveys.queries.opening import survey_is_open
from surveys.queries.reach import live_counts
from surveys.queries.session_notes import sessions_of
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only


@staff_only(user_can_run_surveys)
@require_GET
def surveys_run(request: HttpRequest) -> HttpResponse:
    """List the surveys one runs, with live counts; `?archived` those put away."""
    mine = surveys_run_by(request.user)
    away = put_away(mine)
    shows_archive = "archived" in request.GET
    of = away if shows_archive else at_hand(mine)
    return render(
        request,
        "surveys/surveys.html",
        {
            "rows": surveys_to_run(of, on=timezone.localdate()),
            "shows_archive": shows_archive,
            "archived": away.count(),
        },
    )


@staff_only(user_can_run_surveys)
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a survey's ways in and live counts; posted, make an open link."""
    survey = survey_run(request, slug)
    form = OpenLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        open_link(survey, by=signed_in(request), label=form.cleaned_data["label"])
        return redirect("surveys:invitations", slug=slug)
    return render(
        request,
        "surveys/invitations.html",
        {
            "survey": survey,
            "form": form,
            "is_open": survey_is_open(survey, on=timezone.localdate()),
            "counts": live_counts(survey),
            "sessions": sessions_of(survey),
            "links": [
                (link, _address(request, link)) for link in survey.invitations.all()
            ],
        },
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_POST
def stop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Stop one way in."""
    survey = survey_run(request, slug)
    invitation = get_object_or_404(Invitation, pk=pk, survey=survey)
    stop_invitation(invitation, by=signed_in(request))
    return redirect("surveys:invitations", slug=slug)


@staff_only(user_can_run_surveys)
@require_GET
def poster(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the printable poster (A4) of one way in, with its QR code."""
    invitation = get_object_or_404(
        Invitation.objects.select_related("survey__consultation"),
        pk=pk,
        survey=survey_run(request, slug),
    )
    address = _address(request, invitation)
    consultation = invitation.survey.consultation
    return render(
        request,
        "surveys/poster.html",
        {
            "invitation": invitation,
            "survey": invitation.survey,
            "consultation": consultation,
            "consultation_words": consultation_words(consultation, "en"),
            "address": address,
            "typed": address.split("://", 1)[1].rstrip("/"),
            "code": code_of(address),
        },
    )


def _address(request: HttpRequest, invitation: Invitation) -> str:
    """Return the whole address that a young person opens."""
    return request.build_absolute_uri(
        reverse("surveys:start", kwargs={"token": invitation.token})
    )
