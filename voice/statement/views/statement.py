"""The statement, from its key themes to its actions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.gate import signed_in, staff_only
from voice.statement.domain.statements import create_statement, edit_statement
from voice.statement.forms.statements import NewStatementForm, StatementForm
from voice.statement.key_themes import default_key_themes
from voice.statement.models import Statement
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import (
    current_statement,
    key_themes_in_full,
    surveys_heard,
)
from voice.statement.queries.plan import newest_version
from voice.statement.queries.updates import silent_of
from voice.statement.views.form_page import form_page


@staff_only(user_can_read_statement)
def statement(request: HttpRequest) -> HttpResponse:
    """Show the newest statement whole."""
    found = current_statement()
    today = timezone.localdate()
    context = {
        "statement": found,
        "key_themes": key_themes_in_full(found) if found else [],
        "version": newest_version(found) if found else None,
        "silent": silent_of(found, on=today) if found else [],
        "surveys": surveys_heard(),
        "may_edit": user_can_edit_statement(request.user),
        "today": today,
    }
    return render(request, "statement/statement.html", context)


@staff_only(user_can_edit_statement)
def statement_new(request: HttpRequest) -> HttpResponse:
    """Write a new statement."""
    return form_page(
        request,
        NewStatementForm(
            request.POST or None,
            initial={"key_themes": "\n".join(default_key_themes())},
        ),
        heading=_("New Statement of Action"),
        save=lambda data: create_statement(
            data.pop("title"), by=signed_in(request), **data
        ),
        back=reverse("statement:statement"),
    )


@staff_only(user_can_edit_statement)
def statement_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the statement's own words and period."""
    found = get_object_or_404(Statement, pk=pk)
    return form_page(
        request,
        StatementForm(request.POST or None, instance=found),
        heading=_("Change the statement"),
        save=lambda data: edit_statement(found, by=signed_in(request), **data),
        back=reverse("statement:statement"),
        above=Statement.objects.get(pk=pk).title,
    )
