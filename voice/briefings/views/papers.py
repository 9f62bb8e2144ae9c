"""Briefings as the board reads them: issued ones, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.briefings.domain.issuing import note_opening
from voice.briefings.permissions import user_can_read_board
from voice.briefings.queries.desk import briefings_on_the_board
from voice.briefings.queries.issued import issued_briefings, paper_to_read


@staff_only(user_can_read_board)
@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    """List what was issued to the board, the newest meeting first."""
    context = {"briefings": briefings_on_the_board()}
    return render(request, "briefings/papers.html", context)


@staff_only(user_can_read_board)
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one issued paper, with what was recalled of it since."""
    found = get_object_or_404(issued_briefings(), pk=pk)
    note_opening(found, by=signed_in(request))
    context = {"briefing": found, "paper": paper_to_read(found), "is_preview": False}
    return render(request, "briefings/paper.html", context)
