"""Back from what the board reads to the question that was asked, and on again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.briefings.permissions import user_can_read_board
from voice.briefings.queries.sources import source_read
from voice.releases.queries import ReleaseAltered
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


@staff_only(user_can_read_board)
@require_safe
def source(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """Show what a paper's source was asked with, and what came of what it told.

    By its fingerprint, which is in the paper itself: the paper stays as it was frozen.
    """
    try:
        read = source_read(fingerprint)
    except ReleaseAltered as altered:
        context = {"release": altered.release, "why": str(altered)}
        return render(request, "releases/altered.html", context, status=500)
    if read is None:
        raise Http404
    context = {
        "release": read.release,
        "asked": read.asked,
        "evidence": read.evidence,
        "led": read.led,
    }
    return render(request, "briefings/source.html", context)
