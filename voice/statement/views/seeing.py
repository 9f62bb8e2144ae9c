"""What was heard: one theme as releases tell it, and all against the key themes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.statement.led import for_reader
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
    user_can_see_theme,
)
from voice.statement.queries import current_statement
from voice.statement.queries.seen_theme import seen_theme
from voice.statement.queries.theme_map import theme_map
from voice.themes.models import Theme
from voice.themes.permissions import user_can_use_codebook, user_may_use_codebooks


@staff_only(user_can_read_statement)
@require_safe
def theme(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one theme: its rounds, one breakdown, quotes, and the actions it feeds.

    Figures and quotes are those of issued releases. One that no release tells is there
    for those alone who use its codebook.
    """
    found = get_object_or_404(Theme.objects.select_related("codebook"), pk=pk)
    seen = seen_theme(found)
    if not user_can_see_theme(request.user, found, is_told=bool(seen.rounds)):
        raise Http404
    if found.merged_into_id is not None:
        return redirect("statement:theme", found.merged_into_id)
    wanted = request.GET.get("by")
    by = next((one for one in seen.grouped if one.table["by"] == wanted), None)
    context = {
        "seen": seen,
        "led": for_reader(seen.led, request.user),
        "grouped": by or next(iter(seen.grouped), None),
        "may_edit": user_can_edit_statement(request.user),
        "uses_codebook": user_may_use_codebooks(request.user)
        and user_can_use_codebook(request.user, found.codebook),
    }
    return render(request, "statement/theme.html", context)


@staff_only(user_can_read_statement)
@require_safe
def themes_map(request: HttpRequest) -> HttpResponse:
    """Show the themes that releases tell against the key themes, with the gaps."""
    statement = current_statement()
    context = {
        "statement": statement,
        "map": theme_map(statement) if statement else None,
        "may_edit": user_can_edit_statement(request.user),
    }
    return render(request, "statement/map.html", context)
