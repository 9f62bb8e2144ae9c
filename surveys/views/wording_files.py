"""Wordings out as a file, and in again once it was seen what would change."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.domain.wordings import CannotWord, Taken, take_wordings
from surveys.forms.wording_file import TakenForm, WordingFileForm, taken_row
from surveys.logic.wording_po import po_file
from surveys.logic.wording_xlsx import xlsx_file
from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from surveys.queries.wording_files import Preview, about_file, lines_of, preview_of
from surveys.queries.wordings import Version, wording_rows
from surveys.views.wordings import (
    crumbs,
    drafters_only,
    version_asked_for,
    version_title,
)
from voice.inputs import direction_of

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {"po": "text/x-gettext-translation; charset=utf-8", "xlsx": SPREADSHEET}


@drafters_only
def export_wordings(
    request: HttpRequest, survey_pk: int, language: str, band: str, kind: str
) -> HttpResponse:
    """Return one version's words as a file."""
    survey, version = _asked_for(request, survey_pk, language, band)
    if kind not in KINDS:
        raise Http404
    about = about_file(survey, language, version.age_band)
    lines = lines_of(wording_rows(survey, language=language, age_band=version.age_band))
    content = (
        po_file(about, lines) if kind == "po" else xlsx_file(about, lines, _columns())
    )
    page = HttpResponse(content, content_type=KINDS[kind])
    name = f"{survey.slug}-{language}-{band}.{kind}"
    page.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return page


@drafters_only
def import_wordings(
    request: HttpRequest, survey_pk: int, language: str, band: str
) -> HttpResponse:
    """Ask for a file, show what it would change, and then change it."""
    survey, version = _asked_for(request, survey_pk, language, band)
    if request.POST.get("then") == "take":
        return _take(request, survey, version, band)
    form = WordingFileForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        about=about_file(survey, language, version.age_band),
    )
    preview = None
    if request.method == "POST" and form.is_valid():
        rows = wording_rows(survey, language=language, age_band=version.age_band)
        preview = preview_of(form.cleaned_data["file"], rows)
    return _page(request, survey, version, band, form, preview)


def _asked_for(
    request: HttpRequest, survey_pk: int, language: str, band: str
) -> tuple[Survey, Version]:
    """Return the survey and the version; Http404 for others', and for the base one."""
    survey = get_object_or_404(surveys_run_by(request.user), pk=survey_pk)
    version, _versions = version_asked_for(survey, language, band)
    if version.is_base:
        raise Http404
    return survey, version


def _take(
    request: HttpRequest, survey: Survey, version: Version, band: str
) -> HttpResponse:
    """Keep what was shown, or say why it cannot be."""
    taken = TakenForm(request.POST)
    form = WordingFileForm(about=about_file(survey, version.language, version.age_band))
    try:
        if not taken.is_valid():
            raise CannotWord(_("Bring the file once more."))
        changed = take_wordings(
            survey,
            language=version.language,
            age_band=version.age_band,
            taken=taken.cleaned_data["taken"],
            by=request.user,  # type: ignore[arg-type]
        )
    except CannotWord as refusal:
        return _page(request, survey, version, band, form, None, str(refusal))
    done = ngettext("%(n)d wording is kept.", "%(n)d wordings are kept.", changed)
    messages.success(request, done % {"n": changed})
    return redirect("survey_wordings", survey.pk, version.language, band)


def _page(
    request: HttpRequest,
    survey: Survey,
    version: Version,
    band: str,
    form: WordingFileForm,
    preview: Preview | None,
    refusal: str = "",
) -> HttpResponse:
    """Return the page: a form, or what the file would change."""
    title = _("Bring a file back")
    table = reverse("survey_wordings", args=[survey.pk, version.language, band])
    context: dict[str, Any] = {
        "survey": survey,
        "version": version,
        "form": form,
        "preview": preview,
        "refusal": refusal,
        "direction": direction_of(version.language),
        "table_url": table,
        "header_title": title,
        "page_title": title,
        "header_icon": "upload",
        "breadcrumbs_items": [
            *crumbs(survey),
            {"url": table, "label": version_title(version)},
            {"url": "", "label": title},
        ],
    }
    if preview:
        rows = [
            taken_row(Taken(one.row.name, one.row.text, one.after, one.base))
            for one in preview.changes
        ]
        context["taken"] = TakenForm(initial={"taken": rows})
    wrong = bool(form.errors or refusal)
    return render(
        request, "surveys/wording_file.html", context, status=422 if wrong else 200
    )


def _columns() -> list[str]:
    """Return what the columns of a spreadsheet are headed."""
    return [
        _("Question's key (leave as it is)"),
        _("Part (leave as it is)"),
        _("What it is"),
        _("Question"),
        _("Base words"),
        _("Words: write here"),
        _("Base words when these were written"),
    ]
