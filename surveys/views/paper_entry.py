"""At the desk: keying what young people wrote on paper."""

import contextlib
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.domain.paper_sheets import (
    AlreadyKeyed,
    CannotKey,
    OnPaper,
    key_again,
    key_sheet,
    may_key,
    settle_sheet,
)
from surveys.domain.paper_slips import NoSuchSlip
from surveys.enums import HelpedBy
from surveys.forms.keyed import KeyedForm
from surveys.forms.paper_sheet import PaperTopForm
from surveys.forms.paper_slips import SlipsForm
from surveys.logic.codes import paper_code
from surveys.logic.keyed import Keyed
from surveys.models import PaperSheet, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.keyed import agreed_of, differences
from surveys.queries.ways_in import languages_given
from surveys.views.found import survey_answered, survey_run
from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed

ON_A_PAGE = 25
LONGEST_NUMBER = 10
REFUSED = 422
TOP = ("code", "language", "age_band", "helped_by", "slip", "agreed")


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def sheets(request: HttpRequest, slug: str) -> HttpResponse:
    """List the papers that were keyed, and ask for the top of the next one."""
    return _list(request, survey_answered(request, slug), form=None)


@never_cache
@staff_only(user_can_run_surveys)
def key_paper(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every question of a paper to be keyed; posted, keep it."""
    survey = survey_answered(request, slug)
    top = PaperTopForm(request.GET, survey=survey)
    if not top.is_valid():
        return _list(request, survey, form=top, status=REFUSED)
    said = top.cleaned_data
    edition = said["code"]
    form = KeyedForm(
        request.POST or None,
        edition=edition,
        language=said["language"],
        age_band=said["age_band"],
    )
    told = ""
    if request.method == "POST" and form.is_valid():
        paper = OnPaper(
            said["language"],
            said["age_band"],
            HelpedBy(said["helped_by"]),
            agreed=said["agreed"],
        )
        try:
            sheet = key_sheet(
                survey,
                edition=edition,
                paper=paper,
                keyed=form.keyed(),
                by=signed_in(request),
                slip=said["slip"],
            )
        except (CannotKey, NoSuchSlip) as refused:
            told = str(refused.sentence)
        else:
            return redirect(_kept_at(survey, sheet, said))
    return _keying_page(request, survey, form, told=told)


@never_cache
@staff_only(user_can_run_surveys)
def key_paper_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the same paper to be keyed a second time, empty; posted, compare."""
    survey = survey_run(request, slug)
    sheet = _sheet(survey, pk)
    if not sheet.is_sample or sheet.second_by_id:
        raise Http404
    form = KeyedForm(
        request.POST or None,
        edition=sheet.response.edition,
        language=sheet.response.language,
        age_band=sheet.response.age_band,
    )
    told = ""
    if request.method == "POST" and form.is_valid():
        try:
            now = key_again(sheet, keyed=form.keyed(), by=signed_in(request))
        except AlreadyKeyed as refused:
            told = str(refused.sentence)
        else:
            name = "paper_sheets" if now.settled_by_id else "settle_paper"
            args = [slug] if now.settled_by_id else [slug, pk]
            return redirect(f"surveys:{name}", *args)
    return _keying_page(request, survey, form, sheet=sheet, told=told)


@never_cache
@staff_only(user_can_run_surveys)
def settle_paper(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show where two people keyed differently; posted, take what the paper says."""
    survey = survey_run(request, slug)
    sheet = _sheet(survey, pk)
    if not sheet.second_by_id or sheet.settled_by_id:
        return redirect("surveys:paper_sheets", slug)
    try:
        second = {key: Keyed.of(said) for key, said in sheet.read_second().items()}
        found = differences(sheet.response, second)
    except KeyDestroyed:
        raise Http404 from None
    chosen = {one.key: request.POST.get(f"right-{one.key}", "") for one in found}
    missing = request.method == "POST" and not all(chosen.values())
    if request.method == "POST" and not missing:
        right = {key for key, which in chosen.items() if which == "second"}
        with contextlib.suppress(AlreadyKeyed):
            settle_sheet(sheet, second_is_right=right, by=signed_in(request))
        return redirect("surveys:paper_sheets", slug)
    errors = [
        {"href": f"#right-{key}", "text": _("Say what the paper says.")}
        for key, which in chosen.items()
        if not which
    ]
    return render(
        request,
        "surveys/paper_differences.html",
        {
            "survey": survey,
            "sheet": sheet,
            "found": [(one, chosen[one.key]) for one in found],
            "errors": errors if missing else [],
        },
        status=REFUSED if missing else 200,
    )


def _list(
    request: HttpRequest,
    survey: Survey,
    *,
    form: PaperTopForm | None,
    status: int = 200,
) -> HttpResponse:
    """Return the list of papers, with the form of the next one."""
    newest = survey.editions.order_by("-number").first()
    code = paper_code(newest.pk) if newest else ""
    rows = PaperSheet.objects.filter(survey=survey).select_related(
        "keyed_by", "second_by"
    )
    page = Paginator(rows.defer("sealed_second"), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    asked = {name: request.GET[name] for name in TOP if name in request.GET}
    return render(
        request,
        "surveys/paper_sheets.html",
        {
            "survey": survey,
            "page": page,
            "kept_as": _number(request.GET.get("keyed", "")),
            "is_drawn": "drawn" in request.GET,
            "form": form
            or PaperTopForm(initial={"code": code, **asked}, survey=survey),
            "may_key": may_key(survey),
            "slips_form": SlipsForm(
                languages=languages_given(survey), auto_id="slips_%s"
            ),
            "agreed": agreed_of(survey),
            "waiting": rows.filter(is_sample=True, second_by=None).count(),
        },
        status=status,
    )


def _number(said: str) -> int | None:
    """Return the number that an address says; None where it says none."""
    return int(said) if said.isdecimal() and len(said) < LONGEST_NUMBER else None


def _kept_at(survey: Survey, sheet: PaperSheet, said: dict[str, Any]) -> str:
    """Return the list's address, with the same top for the next paper.

    The next one has a slip of its own.
    """
    top = {**said, "code": paper_code(said["code"].pk), "keyed": sheet.number}
    if sheet.is_sample:
        top["drawn"] = sheet.number
    kept = {name: value for name, value in top.items() if value and name != "slip"}
    return f"{reverse('surveys:paper_sheets', args=[survey.slug])}?{urlencode(kept)}"


def _keying_page(
    request: HttpRequest,
    survey: Survey,
    form: KeyedForm,
    *,
    sheet: PaperSheet | None = None,
    told: str = "",
) -> HttpResponse:
    """Return the page with every question; refused, with all that was keyed."""
    is_refused = bool(form.errors) or bool(told)
    return render(
        request,
        "surveys/paper_keying.html",
        {
            "survey": survey,
            "form": form,
            "sheet": sheet,
            "told": told,
            "action": request.get_full_path(),
        },
        status=REFUSED if is_refused else 200,
    )


def _sheet(survey: Survey, pk: int) -> PaperSheet:
    """Return a sheet of the survey, or raise Http404."""
    rows = PaperSheet.objects.select_related("response__edition", "keyed_by")
    return get_object_or_404(rows, pk=pk, survey=survey)
