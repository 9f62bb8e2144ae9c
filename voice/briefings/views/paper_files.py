"""A briefing as a file to print, send or archive: issued, or as it would be."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.audit.domain.record import record
from voice.briefings.domain.issuing import note_opening
from voice.briefings.enums import PaperKind
from voice.briefings.logic.paper import Paper, has_easy_read
from voice.briefings.papers.making import bytes_of
from voice.briefings.papers.styles import PaperNotMade
from voice.briefings.permissions import user_can_read_board, user_can_write_briefings
from voice.briefings.queries.composed import composed
from voice.briefings.queries.desk import briefings_in_full
from voice.briefings.queries.issued import issued_briefings, paper_to_read
from voice.briefings.views.sending import as_file, not_made, sent


@never_cache
@staff_only(user_can_read_board)
@require_safe
def paper_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Return an issued paper as a file, the same each time; opening it is recorded."""
    found = get_object_or_404(issued_briefings(), pk=pk)
    paper = _asked(paper_to_read(found), kind)
    note_opening(found, by=signed_in(request))
    back = reverse("briefings:paper", args=[pk])
    page = sent(request, paper, PaperKind(kind), name="paper", back=back)
    if page.status_code == HTTPStatus.OK:
        record("briefings.take_out", of=found, by=signed_in(request), kind=kind)
    return page


@never_cache
@staff_only(user_can_write_briefings)
@require_safe
def preview_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Return a briefing as the file it would be; a draft's is made anew each time."""
    found = get_object_or_404(briefings_in_full(), pk=pk)
    back = reverse("briefings:preview", args=[pk])
    if not found.is_draft:
        paper = _asked(paper_to_read(found), kind)
        return sent(request, paper, PaperKind(kind), name="paper", back=back)
    paper = _asked(composed(found).paper, kind)
    try:
        made = bytes_of(paper, PaperKind(kind))
    except PaperNotMade as why:
        return not_made(request, why, back=back)
    return as_file(made, PaperKind(kind), name="draft")


def _asked(paper: Paper | None, kind: str) -> Paper:
    """Return the paper; 404 where it was altered or has nothing in easy read."""
    if paper is None:
        raise Http404
    if kind == PaperKind.EASY_READ and not has_easy_read(paper):
        raise Http404
    return paper
