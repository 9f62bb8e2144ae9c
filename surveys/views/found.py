"""Finds the survey an address of the desk names, for those who run it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from surveys.models import Edition, Invitation, Survey
from surveys.queries.members import surveys_run_by


def survey_run(request: HttpRequest, slug: str) -> Survey:
    """Return a survey this person runs; Http404 for any other, and for none."""
    mine = surveys_run_by(request.user).select_related("consultation")
    return get_object_or_404(mine, slug=slug)


def survey_answered(request: HttpRequest, slug: str) -> Survey:
    """Return the same; Http404 also where a consultation is heard in sessions alone."""
    found = survey_run(request, slug)
    if found.consultation.is_sessions_alone:
        raise Http404
    return found


def way_in_run(survey: Survey, pk: int) -> Invitation:
    """Return a way in to `survey`, as one of its own; Http404 for any other."""
    ways = survey.invitations.select_related("made_by", "group_session")
    way = get_object_or_404(ways, pk=pk)
    way.survey = survey
    return way


def edition_asked(request: HttpRequest, survey: Survey) -> Edition:
    """Return the edition whose number `?edition=` says, or else the newest.

    Http404 when there is no such one.
    """
    wanted = request.GET.get("edition", "")
    editions = survey.editions.order_by("-number")
    if wanted:
        editions = editions.filter(number=int(wanted) if wanted.isdecimal() else 0)
    edition = editions.first()
    if edition is None:
        raise Http404
    return edition
