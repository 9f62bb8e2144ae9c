"""The plan as a spreadsheet: out, in as a trial, and then for good."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.releases.logic.earlier_files import as_csv
from voice.statement.comparing_words import changes_told
from voice.statement.domain.actions import ActionRefused
from voice.statement.domain.importing import PlanMovedOn, import_plan
from voice.statement.domain.numbering import NumberTaken
from voice.statement.domain.statements import create_statement
from voice.statement.forms.importing import ImportForm, KeepPlanForm
from voice.statement.forms.statements import StatementForm
from voice.statement.importing_words import EXPLAINED, HEADINGS, sheet_of
from voice.statement.logic.comparing import compare
from voice.statement.logic.plan import Plan, plan_hash
from voice.statement.logic.plan_columns import Column
from voice.statement.logic.plan_files import plan_as_xlsx
from voice.statement.models import Statement
from voice.statement.permissions import user_can_edit_statement
from voice.statement.queries import current_statement
from voice.statement.queries.plan import plan_of, proven_actions

WRITERS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        plan_as_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


@staff_only(user_can_edit_statement)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_import(request: HttpRequest, statement: int) -> HttpResponse:
    """Ask for a file, show what it would change, and then change that."""
    found = get_object_or_404(Statement, pk=statement)
    if request.POST.get("then") == "keep":
        return _keep(request, found)
    plan = plan_of(found)
    form = ImportForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        plan=plan,
        proven=proven_actions(found),
    )
    if request.method == "POST" and form.is_valid():
        return _shown(request, found, plan, form.cleaned_data["file"])
    context = {
        "statement": found,
        "form": form,
        "columns": [[HEADINGS[one], EXPLAINED[one]] for one in Column],
    }
    return render(request, "statement/import.html", context)


@staff_only(user_can_edit_statement)
@require_http_methods(["GET", "HEAD", "POST"])
def import_begin(request: HttpRequest) -> HttpResponse:
    """Begin the statement that a sheet brings, where there is none; else go to it."""
    there = current_statement()
    if there is not None:
        return redirect("statement:import", there.pk)
    form = StatementForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        begun = create_statement(data.pop("title"), by=signed_in(request), **data)
        messages.success(request, _("The statement is begun. Now bring its sheet."))
        return redirect("statement:import", begun.pk)
    context = {
        "form": form,
        "heading": _("Begin the statement, then bring its sheet"),
        "back": reverse("statement:statement"),
    }
    return render(request, "statement/form.html", context)


def _shown(
    request: HttpRequest, found: Statement, plan: Plan, after: Plan
) -> HttpResponse:
    """Show what would change; nothing is saved."""
    keep = KeepPlanForm(statement=found, by=signed_in(request).pk)
    keep.initial["shown"] = keep.showing(after, seen=plan_hash(plan))
    changes = compare(plan, after)
    context = {
        "statement": found,
        "told": changes_told(changes),
        "count": len(changes),
        "keep": keep,
    }
    return render(request, "statement/import_shown.html", context)


def _keep(request: HttpRequest, found: Statement) -> HttpResponse:
    """Write what was shown, or say why it cannot be."""
    by = signed_in(request)
    shown = KeepPlanForm(request.POST, statement=found, by=by.pk)
    if not shown.is_valid():
        messages.error(request, _("Bring the file once more."))
        return redirect("statement:import", found.pk)
    try:
        count = import_plan(found, **shown.cleaned_data["shown"], by=by)
    except (PlanMovedOn, ActionRefused, NumberTaken) as refused:
        messages.error(request, str(refused))
        return redirect("statement:import", found.pk)
    messages.success(
        request,
        ngettext("%(count)s change saved.", "%(count)s changes saved.", count)
        % {"count": count},
    )
    return redirect("statement:statement")


@staff_only(user_can_edit_statement)
@require_safe
def plan_sheet(request: HttpRequest, statement: int, kind: str) -> HttpResponse:
    """Return the plan as a sheet to fill in, with its columns explained."""
    found = get_object_or_404(Statement, pk=statement)
    if kind not in WRITERS:
        raise Http404
    write, content_type = WRITERS[kind]
    page = HttpResponse(write(sheet_of(plan_of(found))), content_type=content_type)
    page.headers["Content-Disposition"] = f'attachment; filename="statement.{kind}"'
    return page
