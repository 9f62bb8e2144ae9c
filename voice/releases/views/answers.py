"""All counted answers of a survey as a file, for those who run it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from surveys.models import Survey
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.releases.domain.exporting import (
    AlreadyInHand,
    NotThere,
    ask_export,
    drop_export,
    take_export,
)
from voice.releases.forms import ExportForm
from voice.releases.models import Export
from voice.releases.permissions import (
    user_can_export_answers,
    user_may_export_answers,
)
from voice.releases.queries.exports import exports_of, rows_to_export

ASKED = ("GET", "HEAD", "POST")


def _survey_or_404(request: HttpRequest, slug: str) -> Survey:
    """Return a survey this person runs; any other is missing to them."""
    survey = get_object_or_404(Survey.objects.select_related("consultation"), slug=slug)
    if not user_can_export_answers(request.user, survey):
        raise Http404
    return survey


@never_cache
@staff_only(user_may_export_answers)
@require_http_methods(ASKED)
@recently_proven
def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what is in the file, ask what it is for, and show how far it is."""
    survey = _survey_or_404(request, slug)
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_export(survey, why=form.cleaned_data["why"], by=signed_in(request))
        except AlreadyInHand as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("releases:answers", slug=slug)
    exports = exports_of(survey)
    mine = [one for one in exports if one.by_id == signed_in(request).pk]
    return render(
        request,
        "releases/answers.html",
        {
            "survey": survey,
            "form": form,
            "counted": rows_to_export(survey),
            "in_hand": next((one for one in mine if one.is_in_hand), None),
            "ready": [one for one in mine if one.is_ready],
            "earlier": [one for one in exports if one not in mine or one.is_over],
        },
        status=422 if form.errors else 200,
    )


@never_cache
@staff_only(user_may_export_answers)
@require_POST
@recently_proven
def take_answers(
    request: HttpRequest, slug: str, pk: int
) -> HttpResponse | StreamingHttpResponse:
    """Give somebody their own file, part by part, under a name that tells nothing."""
    export = _own_or_404(request, slug, pk)
    try:
        content = take_export(export, by=signed_in(request))
    except NotThere as refused:
        messages.error(request, str(refused))
        return redirect("releases:answers", slug=slug)
    page = StreamingHttpResponse(content, content_type="text/csv; charset=utf-8")
    page.headers["Content-Disposition"] = 'attachment; filename="answers.csv"'
    return page


@never_cache
@staff_only(user_may_export_answers)
@require_POST
def drop_answers(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Destroy somebody's own file; it can be asked for again."""
    export = _own_or_404(request, slug, pk)
    try:
        drop_export(export, by=signed_in(request))
    except NotThere as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The file is destroyed. Delete your copies too."))
    return redirect("releases:answers", slug=slug)


def _own_or_404(request: HttpRequest, slug: str, pk: int) -> Export:
    """Return a file this person asked for; those of others are missing to them."""
    survey = _survey_or_404(request, slug)
    return get_object_or_404(Export, survey=survey, pk=pk, by=signed_in(request))
