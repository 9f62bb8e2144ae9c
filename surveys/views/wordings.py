"""The wordings editor: a survey's base words beside those of a language or band."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.domain.approvals import CannotApprove, approve_language
from surveys.domain.wordings import CannotWord, write_wordings
from surveys.forms.wordings import WordingsForm
from surveys.languages import band_name, language_name
from surveys.logic.definition import ANY_BAND
from surveys.models import Survey
from surveys.permissions import user_can_draft_surveys
from surveys.queries.members import surveys_run_by
from surveys.queries.wordings import Version, every_version, missing_rows, wording_rows
from voice.council.enums import BASE_LANGUAGE
from voice.inputs import direction_of

EVERY_BAND = "any"


def drafters_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in only those who draft surveys; Wagtail tells the others."""

    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not user_can_draft_surveys(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return gate


@drafters_only
def languages(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Show how far each language and age band is, and what is missing of each."""
    survey = get_object_or_404(surveys_run_by(request.user), pk=survey_pk)
    versions = every_version(survey)
    codes = dict.fromkeys(version.language for version in versions)
    title = _("Languages and age bands")
    return render(
        request,
        "surveys/languages.html",
        {
            "survey": survey,
            "languages": [
                {
                    "code": code,
                    "versions": [one for one in versions if one.language == code],
                    "missing": missing_rows(survey, code),
                }
                for code in codes
            ],
            "header_title": title,
            "page_title": title,
            "header_icon": "globe",
            "breadcrumbs_items": [*crumbs(survey), {"url": "", "label": title}],
        },
    )


@drafters_only
def wordings(
    request: HttpRequest, survey_pk: int, language: str, band: str
) -> HttpResponse:
    """Show and save one version of a survey's words."""
    survey = get_object_or_404(surveys_run_by(request.user), pk=survey_pk)
    version, versions = version_asked_for(survey, language, band)
    beside = _beside(request, versions, version)
    approving = request.POST.get("then") == "approve" and language != BASE_LANGUAGE
    form = WordingsForm(
        request.POST or None,
        rows=wording_rows(
            survey,
            language=language,
            age_band=version.age_band,
            beside=(beside.language, beside.age_band),
        ),
        language=language,
        approving=approving,
    )
    if request.method == "POST" and form.is_valid():
        try:
            _save(form, survey, version, approving=approving, by=request.user)
        except (CannotWord, CannotApprove) as refusal:
            form.add_error("reader_name" if approving else None, str(refusal))
        else:
            messages.success(request, _done(language, approving=approving))
            return redirect(request.get_full_path())
    return render(
        request,
        "surveys/wordings.html",
        _context(survey, version, versions, form, beside),
        status=422 if form.errors else 200,
    )


def version_asked_for(
    survey: Survey, language: str, band: str
) -> tuple[Version, list[Version]]:
    """Return the version an address names, and all; Http404 when there is no such one."""
    age_band = ANY_BAND if band == EVERY_BAND else band
    versions = every_version(survey)
    for version in versions:
        if (version.language, version.age_band) == (language, age_band):
            return version, versions
    raise Http404


def crumbs(survey: Survey) -> list[dict[str, str]]:
    """Return the way to a survey's wordings."""
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": _edit_url(survey), "label": survey.title},
    ]


def version_title(version: Version) -> str:
    """Return what a version's page is called."""
    return _("Words in %(language)s, %(band)s") % {
        "language": language_name(version.language),
        "band": band_name(version.age_band),
    }


def version_slug(version: Version) -> str:
    """Return what names a version in an address."""
    return f"{version.language}/{version.age_band or EVERY_BAND}"


def _beside(request: HttpRequest, versions: list[Version], version: Version) -> Version:
    """Return the version shown on the other side: the one asked for, or the base one."""
    wished = request.GET.get("beside", "")
    return next(
        (one for one in versions if version_slug(one) == wished and one != version),
        versions[0],
    )


@transaction.atomic
def _save(
    form: WordingsForm, survey: Survey, version: Version, *, approving: bool, by: Any
) -> None:
    """Save every box; with the reader's approval when asked, or neither."""
    write_wordings(
        survey,
        language=version.language,
        age_band=version.age_band,
        words=form.words(),
        still_right=form.still_right(),
        by=by,
    )
    if approving:
        approve_language(
            survey,
            language=version.language,
            reader_name=form.cleaned_data["reader_name"],
            by=by,
        )


def _done(language: str, *, approving: bool) -> str:
    """Return what has been done, in a sentence."""
    if approving:
        return _("Saved, and approved by a fluent reader of %(language)s.") % {
            "language": language_name(language)
        }
    return _("The words are saved.")


def _edit_url(survey: Survey) -> str:
    """Return where a survey is edited."""
    return reverse("wagtailsnippets_surveys_survey:edit", args=[survey.pk])


def _context(
    survey: Survey,
    version: Version,
    versions: list[Version],
    form: WordingsForm,
    beside: Version,
) -> dict[str, object]:
    """Return what the page shows."""
    title = version_title(version)
    return {
        "survey": survey,
        "version": version,
        "versions": versions,
        "beside": beside,
        "beside_slug": version_slug(beside),
        "beside_direction": direction_of(beside.language),
        "choices": [
            (version_slug(one), one.language, one.age_band)
            for one in versions
            if one != version
        ],
        "band_slug": version.age_band or EVERY_BAND,
        "form": form,
        "is_translation": version.language != BASE_LANGUAGE,
        "edit_url": _edit_url(survey),
        "header_title": title,
        "page_title": title,
        "header_icon": "globe",
        "breadcrumbs_items": [*crumbs(survey), {"url": "", "label": title}],
    }
