"""The page of gaps: what was heard and not taken up, and what nobody was heard on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from surveys.permissions import user_can_draft_surveys
from voice.accounts.gate import staff_only
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import current_statement
from voice.statement.queries.gaps import gaps_of


@staff_only(user_can_read_statement)
@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """Show each gap of the newest statement, with what to do about it."""
    statement = current_statement()
    today = timezone.localdate()
    context = {
        "statement": statement,
        "gaps": gaps_of(statement, on=today) if statement else None,
        "may_edit": user_can_edit_statement(request.user),
        "may_draft": user_can_draft_surveys(request.user),
        "today": today,
    }
    return render(request, "statement/gaps.html", context)
