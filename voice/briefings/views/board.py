"""The board's pages; they read, and change nothing."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.briefings.permissions import user_can_keep_minutes, user_can_read_board
from voice.briefings.queries import front_page, theme_page
from voice.briefings.queries.in_time import in_time_kept

PIECES_ON_A_PAGE = 25


@staff_only(user_can_read_board)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the key themes, and what to ask about first."""
    today = timezone.localdate()
    context = {
        "front": front_page(on=today),
        "in_time": in_time_kept(on=today),
        "today": today,
        "may_keep": user_can_keep_minutes(request.user),
    }
    return render(request, "briefings/front.html", context)


@staff_only(user_can_read_board)
@require_safe
def key_theme(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one key theme on one page."""
    today = timezone.localdate()
    page = theme_page(pk, on=today)
    if page is None:
        raise Http404
    context = {
        "page": page,
        "pieces": Paginator(page.voices.pieces, PIECES_ON_A_PAGE).get_page(
            request.GET.get("page")
        ),
        "today": today,
        "may_keep": user_can_keep_minutes(request.user),
    }
    return render(request, "briefings/key_theme.html", context)
