"""The test run: a worker walks the newest draft; nothing is counted, no words are kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.trials import try_answer
from surveys.forms.answer import SentPage
from surveys.forms.trial import TrialForm
from surveys.logic.definition import Definition, QuestionDefinition, survey_words
from surveys.logic.paths import is_asked
from surveys.models import Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.trials import (
    Trial,
    definition_of_draft,
    is_offered,
    pages_tried,
    support_words,
    why_shown,
)
from surveys.views.found import survey_run
from surveys.views.pages import answering_page, onward, wants_json
from surveys.views.showing import Said, shown
from surveys.views.step_page import REFUSED, step_page
from voice.accounts.gate import staff_only

# Of one survey at a time, and never more than what was chosen from options.
KEPT_IN = "trial"


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def try_survey(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask whose eyes to try it with; posted, begin at the first page."""
    survey = survey_run(request, slug)
    form = TrialForm(definition_of_draft(survey), request.POST or None)
    if request.method == "POST" and form.is_valid():
        _remember(request, survey, Trial(**form.cleaned_data))
        return redirect("surveys:try_step", slug=slug, number=1)
    return render(
        request,
        "surveys/try.html",
        {"survey": survey, "form": form},
        status=REFUSED if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def try_step(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show the `number`-th page; a posted one is tried, and the path goes on from it."""
    survey = survey_run(request, slug)
    definition = definition_of_draft(survey)
    trial = _trial(request, survey)
    if trial is None or not is_offered(definition, trial):
        return redirect("surveys:try_survey", slug=slug)
    steps = pages_tried(definition, trial)
    if not 1 <= number <= len(steps):
        return redirect("surveys:try_end", slug=slug)
    if request.method == "POST":
        return _try(request, survey, definition, trial, number)
    return _page(request, survey, definition, trial, number)


@staff_only(user_can_run_surveys)
@require_safe
def try_end(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that this was the end, and that nothing of it was kept."""
    survey = survey_run(request, slug)
    definition = definition_of_draft(survey)
    trial = _trial(request, survey)
    if trial is None or not is_offered(definition, trial):
        return redirect("surveys:try_survey", slug=slug)
    pages = len(pages_tried(definition, trial))
    return answering_page(
        request,
        "surveys/try_end.html",
        {
            "survey": survey,
            "words": survey_words(
                definition, language=trial.language, age_band=trial.age_band
            ),
            "age_band": trial.age_band,
            "trial": _strip(survey),
            "back": _address(survey, pages) if pages else "",
        },
        language=trial.language,
        shows=["trial"],
    )


def _try(
    request: HttpRequest,
    survey: Survey,
    definition: Definition,
    trial: Trial,
    number: int,
) -> HttpResponse:
    """Try one posted page and go on; refused, show it again."""
    sent = SentPage.read(request.POST, request.FILES)
    question = pages_tried(definition, trial)[number - 1]
    if sent.key != question["key"]:
        return redirect("surveys:try_step", slug=survey.slug, number=number)
    if is_asked(question):
        with translation.override(trial.language):
            problem = sent.trouble_with(question) or try_answer(
                trial,
                question,
                value=sent.value_for(question),
                words=sent.words,
                state=sent.state,
                recording=sent.recording.read() if sent.recording else None,
            )
        if problem and sent.recording and wants_json(request):
            return JsonResponse({"problem": problem}, status=REFUSED)
        if problem:
            return _page(
                request, survey, definition, trial, number, sent=sent, problem=problem
            )
        _remember(request, survey, trial)
    return onward(request, _address(survey, number + 1))


def _page(
    request: HttpRequest,
    survey: Survey,
    definition: Definition,
    trial: Trial,
    number: int,
    *,
    sent: SentPage | None = None,
    problem: str = "",
) -> HttpResponse:
    """Return one page of the trial, and why it is shown."""
    steps = pages_tried(definition, trial)
    question: QuestionDefinition = steps[number - 1]
    with translation.override(trial.language):
        on_page = shown(
            trial,
            steps,
            number,
            said=Said(),
            sent=sent,
            support=support_words(definition, trial),
        )
    return step_page(
        request,
        trial,
        question,
        on_page,
        {
            "colour": survey.consultation.colour,
            "back": _address(survey, number - 1) if number > 1 else "",
            "action": _address(survey, number),
            "guide": definition.get("assistant", False),
            "trial": _strip(survey) | {"why": why_shown(definition, question, trial)},
        },
        problem=problem,
        trial=True,
    )


def _strip(survey: Survey) -> dict[str, Any]:
    """Return what the strip at the top of each page of a trial says."""
    return {
        "end": reverse("surveys:survey", kwargs={"slug": survey.slug}),
        "again": reverse("surveys:try_survey", kwargs={"slug": survey.slug}),
    }


def _address(survey: Survey, number: int) -> str:
    """Return the address of a page of the trial; behind the last it leads to the end."""
    return reverse("surveys:try_step", kwargs={"slug": survey.slug, "number": number})


def _remember(request: HttpRequest, survey: Survey, trial: Trial) -> None:
    """Keep how far the trial is, in the session of the worker."""
    request.session[KEPT_IN] = {
        "survey": survey.pk,
        "language": trial.language,
        "age_band": trial.age_band,
        "answers": trial.answers,
    }


def _trial(request: HttpRequest, survey: Survey) -> Trial | None:
    """Return the trial of `survey` under way in this session, or None."""
    kept = request.session.get(KEPT_IN)
    if not kept or kept["survey"] != survey.pk:
        return None
    return Trial(kept["language"], kept["age_band"], kept["answers"])
