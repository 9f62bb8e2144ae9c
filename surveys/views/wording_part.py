"""One wording's own page: its words to read aloud, its recording, its picture."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.domain.media import MediumRefused, keep_medium
from surveys.domain.wording_media import show_wording_with
from surveys.domain.wordings import CannotWord
from surveys.forms.wording_part import WordingPartForm
from surveys.logic.definition import Picture, Sound
from surveys.models import Medium, Survey
from surveys.queries.members import surveys_run_by
from surveys.queries.wordings import Version, wording_rows
from surveys.views.wordings import (
    crumbs,
    drafters_only,
    version_asked_for,
    version_title,
)
from voice.headers import PERMISSIONS
from voice.inputs import direction_of

MICROPHONE = PERMISSIONS.replace("microphone=()", "microphone=(self)")


@drafters_only
def wording_part(
    request: HttpRequest, survey_pk: int, language: str, band: str, key: str, part: str
) -> HttpResponse:
    """Show and keep the recording and the picture of one wording."""
    survey = get_object_or_404(surveys_run_by(request.user), pk=survey_pk)
    version, _versions = version_asked_for(survey, language, band)
    rows = [
        row
        for row in wording_rows(survey, language=language, age_band=version.age_band)
        if row.part_.is_heard
    ]
    place = next((n for n, row in enumerate(rows) if row.name == (key, part)), None)
    if place is None:
        raise Http404
    row = rows[place]
    after = rows[place + 1] if place + 1 < len(rows) else None
    form = WordingPartForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        row=row,
        is_base=version.is_base,
        language=language,
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and _kept(request, survey, form, version)
    ):
        messages.success(request, _("It is kept."))
        goes_on = request.POST.get("then") == "next" and after
        return redirect(
            "survey_wordings_part",
            survey.pk,
            language,
            band,
            *(after.name if goes_on and after else row.name),
        )
    page = render(
        request,
        "surveys/wording_part.html",
        {
            "survey": survey,
            "version": version,
            "row": row,
            "form": form,
            "place": place + 1,
            "of": len(rows),
            "after": after,
            "before": rows[place - 1] if place else None,
            "words": row.text or row.base,
            "is_fallback": not row.text and not version.is_base,
            "words_language": language if row.text else survey.languages[0],
            "words_direction": direction_of(
                language if row.text else survey.languages[0]
            ),
            "band_slug": band,
            **_headings(survey, version, band),
        },
        status=422 if form.errors else 200,
    )
    page.headers["Permissions-Policy"] = MICROPHONE
    return page


def _headings(survey: Survey, version: Version, band: str) -> dict[str, Any]:
    """Return the page's title and the way to it."""
    title = _("Sound and picture")
    table = reverse("survey_wordings", args=[survey.pk, version.language, band])
    return {
        "header_title": title,
        "page_title": title,
        "header_icon": "media",
        "table_url": table,
        "breadcrumbs_items": [
            *crumbs(survey),
            {"url": table, "label": version_title(version)},
            {"url": "", "label": title},
        ],
    }


def _kept(
    request: HttpRequest, survey: Survey, form: WordingPartForm, version: Version
) -> bool:
    """Keep what was sent, all of it or nothing; say whether it could be."""
    field = "sound"
    try:
        with transaction.atomic():
            sound = _medium(request, form, "sound", form.row.sound)
            field = "picture"
            picture = _medium(request, form, "picture", form.row.picture)
            field = "picture_alt" if picture else "sound"
            show_wording_with(
                survey,
                key=form.row.key,
                part=form.row.part,
                language=version.language,
                age_band=version.age_band,
                sound=sound,
                picture=picture,
                picture_alt=form.cleaned_data.get("picture_alt", ""),
                by=request.user,  # type: ignore[arg-type]
            )
    except MediumRefused as refusal:
        form.add_error(field, str(refusal.sentence))
    except CannotWord as refusal:
        form.add_error(field, str(refusal))
    return not form.errors


def _medium(
    request: HttpRequest, form: WordingPartForm, name: str, now: Picture | Sound | None
) -> Medium | None:
    """Return what was sent, else what there is, else nothing; MediumRefused is raised."""
    if name not in form.fields:
        return Medium.objects.get(pk=now["medium"]) if now else None
    sent: UploadedFile | None = form.cleaned_data[name]
    if sent:
        said = "image/" if name == "picture" else sent.content_type or ""
        return keep_medium(sent.read(), media_type=said, by=request.user)  # type: ignore[arg-type]
    if form.cleaned_data.get(f"remove_{name}") or now is None:
        return None
    return Medium.objects.get(pk=now["medium"])
