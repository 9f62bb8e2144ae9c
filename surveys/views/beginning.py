"""At the desk: begin a survey from one that is ready, or from a file; save one."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from surveys.domain.beginning import CannotBegin, begin_from_file, begin_survey
from surveys.forms.beginning import ReadyForm, SurveyFileForm
from surveys.models import Survey
from surveys.permissions import user_can_draft_surveys, user_can_run_surveys
from surveys.queries.exchange import file_of
from surveys.queries.members import consultations_of
from surveys.queries.ready import Look, look_at
from surveys.ready import packs, ready_survey, ready_surveys
from surveys.views.found import edition_asked, survey_run
from voice.accounts.gate import signed_in, staff_only


@staff_only(user_can_draft_surveys)
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Show the surveys one may begin from, and the instruments a survey may take."""
    return render(
        request,
        "surveys/begin.html",
        {
            "looks": [look_at(ready) for ready in ready_surveys()],
            "packs": packs(),
            "blank": reverse("wagtailsnippets_surveys_survey:add"),
        },
    )


@staff_only(user_can_draft_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_ready(request: HttpRequest, name: str) -> HttpResponse:
    """Show one ready survey whole; posted, begin a draft of it."""
    ready = ready_survey(name)
    if ready is None:
        raise Http404
    look: Look = look_at(ready)
    form = ReadyForm(
        request.POST or None,
        consultations=consultations_of(request.user),
        initial={"title": ready.draft.title},
    )
    if request.method == "POST" and form.is_valid():
        survey = begin_survey(
            ready.draft,
            ready.written,
            consultation=form.cleaned_data["consultation"],
            title=form.cleaned_data["title"],
            by=signed_in(request),
            came_from=f"ready/{name}",
        )
        return _begun(request, survey)
    return render(
        request,
        "surveys/begin_ready.html",
        {"look": look, "form": form, "consultation_add": _add_consultation()},
        status=422 if form.errors else 200,
    )


@staff_only(user_can_draft_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_file(request: HttpRequest) -> HttpResponse:
    """Ask for a survey's file; posted, begin a draft of it."""
    form = SurveyFileForm(
        request.POST or None,
        request.FILES or None,
        consultations=consultations_of(request.user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            survey = begin_from_file(
                form.cleaned_data["file"],
                consultation=form.cleaned_data["consultation"],
                by=signed_in(request),
            )
        except CannotBegin as refused:
            form.add_error("file", refused.sentence)
        else:
            return _begun(request, survey)
    return render(
        request,
        "surveys/begin_file.html",
        {"form": form, "consultation_add": _add_consultation()},
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_GET
def save_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give an edition as a file, with its pictures and sounds; the newest, unless told."""
    survey = survey_run(request, slug)
    edition = edition_asked(request, survey)
    said = json.dumps(file_of(edition), ensure_ascii=False, indent=1)
    page = HttpResponse(said, content_type="application/json; charset=utf-8")
    name = f"{survey.slug}-{edition.number}.json"
    page["Content-Disposition"] = f'attachment; filename="{name}"'
    return page


def _begun(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Go on to the editor, where the new draft waits."""
    messages.success(
        request,
        _("“%(title)s” is a draft now. Nobody sees it before you publish it.")
        % {"title": survey.title},
    )
    return redirect(reverse("wagtailsnippets_surveys_survey:edit", args=[survey.pk]))


def _add_consultation() -> str:
    """Return where a consultation is written."""
    return reverse("consultations:add")
