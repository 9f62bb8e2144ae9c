"""At the desk: the ways in to a survey, one by one, and how far each reaches."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from surveys.domain.asked import keep_asked
from surveys.domain.invitations import open_link, stop_invitation
from surveys.enums import InvitationKind
from surveys.forms.ways_in import AskedForm, OpenLinkForm, WaysForm
from surveys.models import Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.listing import at_hand, put_away, surveys_to_run
from surveys.queries.members import surveys_run_by
from surveys.queries.opening import lets_in, survey_is_open
from surveys.queries.reach import Reach, as_one, by_kind, reach_of
from surveys.queries.session_notes import sessions_of
from surveys.queries.ways_in import kinds_of, ways_into
from surveys.views.batches import about_batch
from surveys.views.found import survey_answered, survey_run, way_in_run
from surveys.views.posters import address_of
from voice.accounts.gate import signed_in, staff_only

A_PAGE = 20
FEW = 8
ASKED = ("GET", "HEAD", "POST")


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
@require_http_methods(ASKED)
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a survey's ways in and how far each reaches; posted, make an open link."""
    survey = survey_answered(request, slug)
    form = OpenLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        link = open_link(
            survey, by=signed_in(request), label=form.cleaned_data["label"]
        )
        return redirect("surveys:way_in", slug=slug, pk=link.pk)
    reaches = reach_of(list(ways_into(survey)))
    return render(
        request,
        "surveys/invitations.html",
        {
            "survey": survey,
            "form": form,
            "is_open": survey_is_open(survey, on=timezone.localdate()),
            "counts": as_one(reaches).counts,
            "sessions": sessions_of(survey),
            "kinds": [(kind.label, one) for kind, one in by_kind(reaches).items()],
            **_listed(request, survey, reaches),
        },
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_safe
def way_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one way in: its address or its codes, who was asked, how to stop it."""
    survey = survey_run(request, slug)
    way = way_in_run(survey, pk)
    if way.is_group:
        return redirect("surveys:group_session", slug=slug, pk=way.group_session.pk)
    (reach,) = reach_of([way])
    about: dict[str, Any] = {
        "survey": survey,
        "way": way,
        "reach": reach,
        "is_open": lets_in(way, at=timezone.now()),
    }
    if way.kind == InvitationKind.CODES:
        about |= about_batch(request, way)
    elif way.kind == InvitationKind.LINK:
        about["address"] = address_of(request, way)
    return render(request, "surveys/way_in.html", about)


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def asked(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show how many were asked through a way in, by group; posted, keep it."""
    survey = survey_run(request, slug)
    way = way_in_run(survey, pk)
    lines = [
        f"{row.group}: {row.asked}" if row.group else str(row.asked)
        for row in way.asked_groups.all()
    ]
    form = AskedForm(request.POST or None, initial={"asked": "\n".join(lines)})
    if request.method == "POST" and form.is_valid():
        keep_asked(way, groups=form.cleaned_data["asked"], by=signed_in(request))
        messages.success(request, _("Kept."))
        return redirect("surveys:way_in", slug=slug, pk=pk)
    return render(
        request,
        "surveys/asked.html",
        {"survey": survey, "way": way, "form": form},
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_POST
def stop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Stop one way in; a batch of codes is taken back with it."""
    survey = survey_run(request, slug)
    way = way_in_run(survey, pk)
    stop_invitation(way, by=signed_in(request))
    messages.success(
        request, _("Stopped: nobody can start with “%(way)s” any more.") % {"way": way}
    )
    return redirect("surveys:way_in", slug=slug, pk=pk)


def _listed(
    request: HttpRequest, survey: Survey, reaches: Iterable[Reach]
) -> dict[str, Any]:
    """Return the page of ways in that was asked for, each with its reach."""
    kinds = kinds_of(survey)
    wanted = WaysForm(request.GET, kinds=kinds)
    chosen = wanted.cleaned_data if wanted.is_valid() else {}
    ways = ways_into(survey, kind=chosen.get("kind", ""), state=chosen.get("state", ""))
    page = Paginator(ways, A_PAGE).get_page(request.GET.get("page"))
    now = timezone.now()
    reach_by_way = {reach.invitation.pk: reach for reach in reaches}
    rows: list[tuple[Reach, bool]] = [
        (reach_by_way[way.pk], lets_in(way, at=now)) for way in page.object_list
    ]
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "wanted": wanted,
        "is_filtered": any(chosen.values()),
        "is_long": survey.invitations.count() > FEW,
        "page": page,
        "rows": rows,
        "query": f"{query.urlencode()}&" if query else "",
    }
