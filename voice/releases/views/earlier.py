"""Earlier rounds from other tools: the sheet out, the numbers in, and out again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.releases.domain.earlier_rounds import (
    RoundGivesAway,
    RoundIsCited,
    RoundNotEarlier,
    RoundStandsAlready,
    keep_round,
    take_round_out,
    try_round,
)
from voice.releases.earlier_words import sheet_headings, sheet_words
from voice.releases.forms import EarlierRoundForm, KeepRoundForm
from voice.releases.hidden import hidden_and_why
from voice.releases.logic.earlier_files import as_csv, as_xlsx
from voice.releases.logic.earlier_sheet import grid_to_fill, lines_of
from voice.releases.logic.round_draft import RoundDraft
from voice.releases.models import EarlierRound
from voice.releases.permissions import (
    user_can_propose_release,
    user_can_propose_release_of,
    user_can_read_releases,
)
from voice.releases.queries.earlier_rounds import (
    RoundAltered,
    earlier_rounds,
    measures_of,
    releases_beside,
    verified_round,
)

WRITERS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        as_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


def _survey_or_404(request: HttpRequest, slug: str) -> Survey:
    """Return a published survey this person runs; any other is missing to them."""
    published = surveys_run_by(request.user).filter(editions__isnull=False).distinct()
    return get_object_or_404(published.select_related("consultation"), slug=slug)


@never_cache
@staff_only(user_can_propose_release)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def earlier(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a file, show what others would see of it, and then keep that."""
    survey = _survey_or_404(request, slug)
    if request.POST.get("then") == "keep":
        return _keep(request, survey)
    form = EarlierRoundForm(survey=survey)
    if request.method == "POST":
        form = EarlierRoundForm(request.POST, request.FILES, survey=survey)
        if form.is_valid():
            draft = form.draft()
            try:
                try_round(draft)
            except RoundGivesAway as refused:
                form.add_error("file", str(refused))
            else:
                return _shown(request, survey, draft)
    return _asked(request, survey, form)


def _asked(
    request: HttpRequest, survey: Survey, form: EarlierRoundForm
) -> HttpResponse:
    """Show the form, with the rounds there are."""
    context = {"survey": survey, "form": form, "rounds": earlier_rounds(survey)}
    return render(request, "releases/earlier.html", context)


def _shown(request: HttpRequest, survey: Survey, draft: RoundDraft) -> HttpResponse:
    """Show a round as others would see it; nothing is saved."""
    keep = KeepRoundForm(survey=survey, by=signed_in(request).pk)
    keep.initial["shown"] = keep.showing(draft)
    context = {
        "survey": survey,
        "draft": draft,
        "hidden": hidden_and_why(draft.tables),
        "keep": keep,
    }
    return render(request, "releases/earlier_shown.html", context)


def _keep(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Keep what was shown, or say why it cannot be."""
    by = signed_in(request)
    shown = KeepRoundForm(request.POST, survey=survey, by=by.pk)
    if not shown.is_valid():
        messages.error(request, _("Bring the file once more."))
        return redirect("releases:earlier", slug=survey.slug)
    try:
        kept = keep_round(survey, draft=shown.cleaned_data["shown"], by=by)
    except (RoundGivesAway, RoundNotEarlier, RoundStandsAlready) as refused:
        messages.error(request, str(refused))
        return redirect("releases:earlier", slug=survey.slug)
    messages.success(request, _("Kept. It stands beside what comes after it from now."))
    return redirect("releases:earlier_round", pk=kept.pk)


@staff_only(user_can_propose_release)
@require_safe
def earlier_sheet(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Return the sheet to fill in, under a name that tells nothing."""
    survey = _survey_or_404(request, slug)
    if kind not in WRITERS:
        raise Http404
    write, content_type = WRITERS[kind]
    measures = measures_of(survey)
    grid = grid_to_fill(measures, lines_of(measures, sheet_words()), sheet_headings())
    page = HttpResponse(write(grid), content_type=content_type)
    page.headers["Content-Disposition"] = f'attachment; filename="earlier-round.{kind}"'
    return page


@staff_only(user_can_read_releases)
@require_safe
def earlier_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an earlier round with its source; those who brought it in may undo that."""
    found = _round_or_404(pk)
    try:
        verified_round(found)
    except RoundAltered as altered:
        return render(
            request, "releases/altered.html", {"why": str(altered)}, status=500
        )
    runs = user_can_propose_release_of(request.user, found.survey)
    context = {
        "round": found,
        "tables": found.tables,
        "runs": runs,
        "can_take_out": runs and not releases_beside(found).exists(),
    }
    return render(request, "releases/earlier_round.html", context)


@staff_only(user_can_propose_release)
@require_http_methods(["GET", "HEAD", "POST"])
def take_out_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then take an earlier round out."""
    found = _round_or_404(pk)
    if not user_can_propose_release_of(request.user, found.survey):
        raise Http404
    if request.method == "POST":
        try:
            take_round_out(found, by=signed_in(request))
        except RoundIsCited as refused:
            messages.error(request, str(refused))
            return redirect("releases:earlier_round", pk=pk)
        messages.success(request, _("Taken out, as if it had never been brought in."))
        return redirect("releases:earlier", slug=found.survey.slug)
    return render(request, "releases/take_out_round.html", {"round": found})


def _round_or_404(pk: int) -> EarlierRound:
    """Return an earlier round."""
    rounds = EarlierRound.objects.select_related("survey__consultation", "imported_by")
    return get_object_or_404(rounds, pk=pk)
