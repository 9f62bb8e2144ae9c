"""At the desk: the map of a survey."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.permissions import user_can_run_surveys
from surveys.queries.mapping import map_of
from surveys.views.found import survey_run
from voice.accounts.gate import staff_only


@staff_only(user_can_run_surveys)
@require_safe
def survey_map(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every way through the newest draft: `?band=8-11` says whose steps."""
    survey = survey_run(request, slug)
    found = map_of(survey, band=request.GET.get("band", ""))
    return render(request, "surveys/map.html", {"survey": survey, "map": found})
