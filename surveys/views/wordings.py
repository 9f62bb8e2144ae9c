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
from surveys.queries.wordings import Version, versions_of, wording_rows
from voice.council.enums import BASE_LANGUAGE

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
def wordings(
    request: HttpRequest, survey_pk: int, language: str, band: str
) -> HttpResponse:
    """Show and save one version of a survey's words."""
    survey = get_object_or_404(surveys_run_by(request.user), pk=survey_pk)
    age_band = ANY_BAND if band == EVERY_BAND else band
    versions = versions_of(survey)
    version = _find(versions, language, age_band)
    approving = request.POST.get("then") == "approve" and language != BASE_LANGUAGE
    form = WordingsForm(
        request.POST or None,
        rows=wording_rows(survey, language=language, age_band=age_band),
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
            return redirect("survey_wordings", survey.pk, language, band)
    return render(
        request,
        "surveys/wordings.html",
        _context(survey, version, versions, form),
        status=422 if form.errors else 200,
    )


def _find(versions: list[Version], language: str, age_band: str) -> Version:
    """Return the version asked for; Http404 when the survey has no such one."""
    for version in versions:
        if (version.language, version.age_band) == (language, age_band):
            return version
    raise Http404


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


def _context(
    survey: Survey, version: Version, versions: list[Version], form: WordingsForm
) -> dict[str, object]:
    """Return what the page shows."""
    edit = reverse("wagtailsnippets_surveys_survey:edit", args=[survey.pk])
    title = _("Words in %(language)s, %(band)s") % {
        "language": language_name(version.language),
        "band": band_name(version.age_band),
    }
    return {
        "survey": survey,
        "version": version,
        "versions": versions,
        "form": form,
        "is_translation": version.language != BASE_LANGUAGE,
        "edit_url": edit,
        "header_title": title,
        "page_title": title,
        "header_icon": "globe",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit, "label": survey.title},
            {"url": "", "label": title},
        ],
    }
