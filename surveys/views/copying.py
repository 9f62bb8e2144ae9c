"""At the desk: copy a survey."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surveys.domain.copying import copy_survey
from surveys.forms.copying import CopySurveyForm
from surveys.permissions import user_can_run_surveys
from surveys.queries.members import consultations_of
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only


@staff_only(user_can_run_surveys)
@require_http_methods(("GET", "HEAD", "POST"))
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what the copy is called and where it belongs; posted, make it."""
    survey = survey_run(request, slug)
    form = CopySurveyForm(
        request.POST if request.method == "POST" else None,
        consultations=consultations_of(request.user),
        initial={
            "title": _("%(title)s (copy)") % {"title": survey.title},
            "consultation": survey.consultation_id,
        },
    )
    if request.method == "POST" and form.is_valid():
        made = copy_survey(
            survey,
            title=form.cleaned_data["title"],
            consultation=form.cleaned_data["consultation"],
            by=signed_in(request),
        )
        messages.success(
            request,
            _(
                "Copied. Nothing is published: look it through and change what you like."
            ),
        )
        return redirect("surveys:survey", slug=made.slug)
    return render(
        request,
        "surveys/copy.html",
        {"survey": survey, "form": form},
        status=422 if form.errors else 200,
    )
