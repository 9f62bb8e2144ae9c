"""Finds the survey an address of the desk names, for those who run it."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from surveys.models import Survey
from surveys.queries.members import surveys_run_by


def survey_run(request: HttpRequest, slug: str) -> Survey:
    """Return a survey this person runs; Http404 for any other, and for none."""
    mine = surveys_run_by(request.user).select_related("consultation")
    return get_object_or_404(mine, slug=slug)
