"""What a known young person is given when they ask what is held about them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from surveys.models import Response, Survey
from surveys.queries.known import known_response, known_responses
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.audit.domain.record import record
from voice.council.queries.bands import band_called
from voice.records.permissions import user_may_answer_access_requests
from voice.records.queries.access import everything_about


@staff_only(user_may_answer_access_requests)
@require_safe
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """List the ways in that were one young person's alone."""
    survey = get_object_or_404(Survey, slug=slug)
    context = {"survey": survey, "known": known_responses(survey)}
    return render(request, "records/people.html", context)


@staff_only(user_may_answer_access_requests)
@recently_proven
@require_safe
def held(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show everything held about one response, to print; reading it is recorded."""
    response = _read(request, slug, pk, "page")
    context = {
        "held": everything_about(response),
        "age_band": band_called(response.age_band),
        "slug": slug,
        "pk": pk,
    }
    return render(request, "records/held.html", context)


@staff_only(user_may_answer_access_requests)
@recently_proven
@require_safe
def held_file(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Give the same as a file for machines (article 20); reading it is recorded."""
    response = _read(request, slug, pk, "file")
    page = JsonResponse(
        everything_about(response),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    page.headers["Content-Disposition"] = 'attachment; filename="record.json"'
    return page


def _read(request: HttpRequest, slug: str, pk: UUID, how: str) -> Response:
    """Return the one response, having written down that it was read."""
    found = known_response(get_object_or_404(Survey, slug=slug), pk)
    if found is None:
        raise Http404
    record("records.read_everything", of=found.response, by=signed_in(request), how=how)
    return found.response
