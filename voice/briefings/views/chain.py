"""Back from what the board reads to the question that was asked, and on again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.briefings.permissions import user_can_read_board
from voice.statement.led import for_board
from voice.statement.queries import back_from, every_evidence


@staff_only(user_can_read_board)
@require_safe
def chain(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where a piece of evidence comes from, and what came of it.

    Files are missing here, and whatever is not issued: the board is told what two
    people signed, and nothing else.
    """
    pieces = (
        every_evidence()
        .released()
        .defer("release__codebook")
        .prefetch_related("answers")
    )
    found = get_object_or_404(pieces, pk=pk)
    back = back_from(found)
    context = {
        "evidence": found,
        "back": back,
        "led": for_board(back.led),
        "today": timezone.localdate(),
    }
    return render(request, "briefings/chain.html", context)
