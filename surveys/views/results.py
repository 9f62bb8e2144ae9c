"""At the desk: what was answered so far, exact, for those who run the survey."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.domain.counting import roll_up, waiting
from surveys.forms.rounds import RoundsForm
from surveys.models import CodeBatch, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.finishing import finishing_of
from surveys.queries.members import surveys_run_by
from surveys.queries.response_rate import rates_of
from surveys.queries.results import results_of
from surveys.queries.rounds import could_be_rounds, rounds_of
from surveys.views.found import survey_run
from voice.accounts.gate import staff_only


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """Show live counts, by one breakdown at a time, once what came since is rolled up."""
    survey = _counted(request, slug)
    context = {
        "survey": survey,
        "results": results_of(survey, by=request.GET.get("by", "")),
        "waiting": waiting(survey, on=timezone.localdate()).count(),
    }
    return render(request, "surveys/results.html", context)


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def response_rate(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how many of those who were asked have answered."""
    survey = _counted(request, slug)
    context = {"survey": survey, "rates": rates_of(survey)}
    return render(request, "surveys/response_rate.html", context)


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def finishing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how many finished, how long it took, and where the others stopped."""
    survey = _counted(request, slug)
    mondays = CodeBatch.objects.filter(invitation__survey=survey, is_numbered=False)
    context = {
        "survey": survey,
        "of": finishing_of(survey),
        "has_mondays": mondays.exists(),
    }
    return render(request, "surveys/finishing.html", context)


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def rounds(request: HttpRequest, slug: str) -> HttpResponse:
    """Show this survey beside others of one's own that ask the same."""
    survey = _counted(request, slug)
    could_be = could_be_rounds(survey, among=surveys_run_by(request.user))
    form = RoundsForm(request.GET or None, could_be=could_be)
    context = {
        "survey": survey,
        "could_be": could_be,
        "form": form,
        "side_by_side": rounds_of(survey, form.chosen()) if could_be else None,
    }
    return render(request, "surveys/rounds.html", context)


def _counted(request: HttpRequest, slug: str) -> Survey:
    """Return a survey this person runs, once what came since is on its sheets."""
    survey = survey_run(request, slug)
    roll_up(survey, at=timezone.now())
    return survey
