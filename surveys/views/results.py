"""At the desk: what was answered so far, exact, for those who run the survey."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.domain.counting import roll_up, waiting
from surveys.permissions import user_can_run_surveys
from surveys.queries.results import results_of
from surveys.views.found import survey_run
from voice.accounts.gate import staff_only


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """Show live counts, by one breakdown at a time, once what came since is rolled up."""
    survey = survey_run(request, slug)
    now = timezone.now()
    roll_up(survey, at=now)
    context = {
        "survey": survey,
        "results": results_of(survey, by=request.GET.get("by", "")),
        "waiting": waiting(survey, on=timezone.localdate(now)).count(),
    }
    return render(request, "surveys/results.html", context)
