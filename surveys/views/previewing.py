"""The preview: every page of the newest draft in a phone, by age band and language."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from surveys.forms.trial import TrialForm
from surveys.logic.definition import Definition, survey_words
from surveys.logic.support import is_support
from surveys.models import Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.trials import (
    Trial,
    definition_of_draft,
    pages_of_band,
    support_words,
    why_shown,
)
from surveys.views.found import survey_run
from surveys.views.pages import answering_page, onward
from surveys.views.showing import Said, shown
from surveys.views.step_page import step_page
from voice.accounts.gate import staff_only

HOLDS_A_PHONE = {**settings.SECURE_CSP, "frame-src": [CSP.SELF]}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the preview as it is listed beside the phone."""

    url: str
    prompt: str
    why: str


@staff_only(user_can_run_surveys)
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the phone, and beside it every page that may be shown in it."""
    survey = survey_run(request, slug)
    definition = definition_of_draft(survey)
    trial = _trial(request, definition)
    page = render(
        request,
        "surveys/phone.html",
        {
            "survey": survey,
            "form": TrialForm(
                definition,
                initial={"language": trial.language, "age_band": trial.age_band},
            ),
            "script": request.GET.get("script") != "off",
            "first": _address(survey, trial, 0),
            "sheets": _sheets(survey, definition, trial),
        },
    )
    page._csp_config = HOLDS_A_PHONE  # type: ignore[attr-defined]  # noqa: SLF001 - Django reads it
    return page


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
@xframe_options_sameorigin
def preview_page(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one page in the phone; whatever is sent from it only leads to the next."""
    survey = survey_run(request, slug)
    definition = definition_of_draft(survey)
    trial = _trial(request, definition)
    steps = pages_of_band(definition, trial.age_band)
    if request.method == "POST":
        return onward(request, _address(survey, trial, number + 1))
    if 1 <= number <= len(steps):
        with translation.override(trial.language):
            on_page = shown(
                trial,
                steps,
                number,
                said=Said(),
                support=support_words(definition, trial),
            )
        page = step_page(
            request,
            trial,
            steps[number - 1],
            on_page,
            {
                "colour": survey.consultation.colour,
                "back": _address(survey, trial, number - 1),
                "action": _address(survey, trial, number),
                "guide": definition.get("assistant", False),
                "preview": True,
            },
        )
    else:
        page = _cover(request, survey, definition, trial, is_first=number < 1)
    policy = getattr(page, "_csp_config", settings.SECURE_CSP)
    page._csp_config = {**policy, "frame-ancestors": [CSP.SELF]}  # type: ignore[attr-defined]  # noqa: SLF001 - Django reads it
    return page


def _cover(
    request: HttpRequest,
    survey: Survey,
    definition: Definition,
    trial: Trial,
    *,
    is_first: bool,
) -> HttpResponse:
    """Return the survey's own words: the first ones, or the last."""
    return answering_page(
        request,
        "surveys/preview_cover.html",
        {
            "words": survey_words(
                definition, language=trial.language, age_band=trial.age_band
            ),
            "is_first": is_first,
            "onward": _address(survey, trial, 1),
            "age_band": trial.age_band,
            "colour": survey.consultation.colour,
            "preview": True,
        },
        language=trial.language,
    )


def _sheets(survey: Survey, definition: Definition, trial: Trial) -> list[Sheet]:
    """Return every page to choose from, with when it is shown."""
    with translation.override(trial.language):
        steps = pages_of_band(definition, trial.age_band)
        prompts = [
            "" if is_support(step) else shown(trial, steps, number, said=Said()).prompt
            for number, step in enumerate(steps, 1)
        ]
    return [
        Sheet(
            url=_address(survey, trial, number),
            prompt=prompts[number - 1],
            why=why_shown(definition, step, trial),
        )
        for number, step in enumerate(steps, 1)
    ]


def _trial(request: HttpRequest, definition: Definition) -> Trial:
    """Return whose eyes the preview is for: those asked for, else the first offered."""
    bands = definition["age_bands"] or [""]
    wished = (request.GET.get("language", ""), request.GET.get("age_band", ""))
    language, band = wished
    return Trial(
        language if language in definition["languages"] else definition["languages"][0],
        band if band in bands else bands[0],
    )


def _address(survey: Survey, trial: Trial, number: int) -> str:
    """Return the address of one page in the phone; 0 is the cover."""
    query: dict[str, Any] = {"language": trial.language, "age_band": trial.age_band}
    path = reverse(
        "surveys:preview_page", kwargs={"slug": survey.slug, "number": number}
    )
    return f"{path}?{urlencode(query)}"
