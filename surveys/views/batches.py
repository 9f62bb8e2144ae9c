"""At the desk: batches of single-use codes are made, taken out once, taken back."""

import csv
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from surveys.domain.code_batches import (
    MOST_PRINTED,
    CodesAreGone,
    NoSuchCode,
    TooManyToPrint,
    take_code_back,
    take_out_codes,
)
from surveys.domain.invitation_codes import (
    FEWEST_UNNAMED,
    MOST,
    NotThatMany,
    make_batch,
)
from surveys.enums import CodesOut, InvitationKind, Mode
from surveys.forms.ways_in import BatchForm, TakeOutForm, TypedCodeForm
from surveys.logic.posters import small_code_of
from surveys.models import CodeBatch, Invitation, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.codes_told import batch_of, mode_told, used_of
from surveys.queries.consultations import consultation_words
from surveys.queries.opening import lets_in
from surveys.queries.ways_in import languages_given, words_given
from surveys.views.found import survey_answered, survey_run, way_in_run
from surveys.views.posters import adults_of, as_typed
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.inputs import direction_of

ASKED = ("GET", "HEAD", "POST")
CODES_A_PAGE = 100


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def make(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask how many codes and for whom; posted, make them."""
    survey = survey_answered(request, slug)
    form = BatchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            way = make_batch(survey, by=signed_in(request), **form.cleaned_data)
        except NotThatMany as refused:
            form.add_error("size", str(refused))
        else:
            return redirect("surveys:way_in", slug=slug, pk=way.pk)
    return render(
        request,
        "surveys/make_batch.html",
        {
            "survey": survey,
            "form": form,
            "is_known": mode_told(survey) == Mode.KNOWN_TO_WORKER,
            "fewest": FEWEST_UNNAMED,
            "most": MOST,
        },
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_POST
@recently_proven
def take_out(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give the codes of a batch, for the only time, as what was chosen.

    Together with drawing them: what cannot be drawn was not taken out.
    """
    survey = survey_run(request, slug)
    way = _batch_run(survey, pk)
    form = TakeOutForm(request.POST, languages=languages_given(survey))
    if not form.is_valid():
        messages.error(request, _("Choose letters, slips or a table."))
        return redirect("surveys:way_in", slug=slug, pk=pk)
    out = CodesOut(form.cleaned_data["out"])
    try:
        with transaction.atomic():
            codes = take_out_codes(way, out=out, by=signed_in(request))
            if out == CodesOut.TABLE:
                page = _table(request, batch_of(way), codes)
            else:
                page = _paper(
                    request, way, codes, out=out, language=form.cleaned_data["language"]
                )
    except (CodesAreGone, TooManyToPrint) as refused:
        messages.error(request, str(refused))
        return redirect("surveys:way_in", slug=slug, pk=pk)
    page.headers["Cache-Control"] = "no-store"
    return page


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask for a code that came back unopened; posted, have it open nothing."""
    survey = survey_run(request, slug)
    way = _batch_run(survey, pk)
    form = TypedCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_code_back(way, typed=form.cleaned_data["code"], by=signed_in(request))
        except NoSuchCode as refused:
            form.add_error("code", str(refused))
        else:
            messages.success(
                request,
                _("That code opens nothing now. Type the next one, if more came back."),
            )
            return redirect("surveys:take_code_back", slug=slug, pk=pk)
    return render(
        request,
        "surveys/take_code_back.html",
        {"survey": survey, "way": way, "form": form},
        status=422 if form.errors else 200,
    )


def about_batch(request: HttpRequest, way: Invitation) -> dict[str, Any]:
    """Return what the page of a way in shows of its batch.

    One by one codes are told of only where each has a number.
    """
    batch = batch_of(way)
    codes = way.codes.order_by("number").only("number", "state")
    return {
        "batch": batch,
        "used": used_of(batch),
        "most_letters": MOST_PRINTED[CodesOut.LETTERS],
        "most_slips": MOST_PRINTED[CodesOut.SLIPS],
        "take_out": TakeOutForm(languages=languages_given(way.survey))
        if batch.sealed_codes is not None and lets_in(way, at=timezone.now())
        else None,
        "codes": Paginator(codes, CODES_A_PAGE).get_page(request.GET.get("page"))
        if batch.is_numbered
        else None,
    }


def _batch_run(survey: Survey, pk: int) -> Invitation:
    """Return a batch of a survey; Http404 for any other way in."""
    way = way_in_run(survey, pk)
    if way.kind != InvitationKind.CODES:
        raise Http404
    return way


def _table(request: HttpRequest, batch: CodeBatch, codes: list[str]) -> HttpResponse:
    """Return code and link a line, for the council's own letters and messages.

    With the number first where codes have one. Nothing in it can begin a formula:
    a code begins with a letter or a figure, a link with http.
    """
    page = HttpResponse(content_type="text/csv; charset=utf-8")
    page.headers["Content-Disposition"] = 'attachment; filename="codes.csv"'
    table = csv.writer(page)
    rows = [[code, _link(request, code)] for code in codes]
    head = ["code", "link"]
    if batch.is_numbered:
        head = ["number", *head]
        rows = [[str(number), *row] for number, row in enumerate(rows, 1)]
    table.writerows([head, *rows])
    return page


def _paper(
    request: HttpRequest,
    way: Invitation,
    codes: list[str],
    *,
    out: CodesOut,
    language: str,
) -> HttpResponse:
    """Return the letters or slips to print, wholly in `language`."""
    survey, batch = way.survey, batch_of(way)
    given = [
        (
            number if batch.is_numbered else None,
            code,
            small_code_of(_link(request, code)),
        )
        for number, code in enumerate(codes, 1)
    ]
    with translation.override(language):
        return render(
            request,
            "surveys/letters.html",
            {
                "survey": survey,
                "way": way,
                "is_slips": out == CodesOut.SLIPS,
                "given": given,
                "language": language,
                "paper_direction": direction_of(language),
                "words": words_given(survey, language) or {"title": survey.title},
                "consultation": survey.consultation,
                "consultation_words": consultation_words(survey.consultation, language),
                "mode": mode_told(survey).value,
                "until": min(
                    filter(None, (way.expires_on, survey.consultation.closes_on))
                ),
                "typed": as_typed(request.build_absolute_uri(reverse("surveys:code"))),
                "adults": adults_of(request, survey),
            },
        )


def _link(request: HttpRequest, code: str) -> str:
    """Return the address that opens the page of codes with this one filled in.

    The code goes behind the sign that no browser sends on, so it is in no log.
    """
    return request.build_absolute_uri(f"{reverse('surveys:code')}#{code}")
