"""Versions of the statement: what was adopted, adopting one, and what differs."""

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.statement.comparing_words import changes_told
from voice.statement.domain.versions import CannotAdopt, adopt_version
from voice.statement.forms.versions import TODAY, AdoptForm, CompareForm
from voice.statement.logic.comparing import compare
from voice.statement.logic.plan import Plan, plan_hash
from voice.statement.models import Statement, StatementVersion
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries.plan import (
    VersionAltered,
    newest_version,
    plan_of,
    verified_version,
    versions_of,
)


@staff_only(user_can_read_statement)
@require_safe
def versions(request: HttpRequest, statement: int) -> HttpResponse:
    """List what was adopted, and say whether the plan moved on since."""
    found = get_object_or_404(Statement, pk=statement)
    last = newest_version(found)
    try:
        changes = compare(verified_version(last).plan, plan_of(found)) if last else []
    except VersionAltered as altered:
        return _altered(request, altered)
    context = {
        "statement": found,
        "versions": versions_of(found),
        "moved_on": len(changes),
        "may_edit": user_can_edit_statement(request.user),
    }
    return render(request, "statement/versions.html", context)


@staff_only(user_can_read_statement)
@require_safe
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a version as it was adopted, to read and to print."""
    found = get_object_or_404(
        StatementVersion.objects.select_related("statement", "adopted_by"), pk=pk
    )
    try:
        verified_version(found)
    except VersionAltered as altered:
        return _altered(request, altered)
    context = {"version": found, "plan": found.plan}
    return render(request, "statement/version.html", context)


@staff_only(user_can_edit_statement)
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, statement: int) -> HttpResponse:
    """Ask who adopted it, show what will be frozen, ask once more, and freeze it."""
    found = get_object_or_404(Statement, pk=statement)
    form = AdoptForm(request.POST or None, statement=found)
    step = request.POST.get("do", "")
    if not step or step == "change" or not form.is_valid():
        if step == "change":
            form.errors.clear()
        return _ask(request, found, form)
    if step == "adopt":
        return _adopted(request, found, form)
    return _ask_again(request, found, form)


def _ask(request: HttpRequest, found: Statement, form: AdoptForm) -> HttpResponse:
    """Ask what the version is called, and who adopted it."""
    return render(request, "statement/adopt.html", {"statement": found, "form": form})


def _ask_again(request: HttpRequest, found: Statement, form: AdoptForm) -> HttpResponse:
    """Show what will be frozen, and what differs from the version before."""
    plan, last = plan_of(found), newest_version(found)
    context = {
        "statement": found,
        "form": form,
        "plan": plan,
        "seen": signing.dumps(plan_hash(plan), salt=_salt(found)),
        "last": last,
        "told": changes_told(compare(last.plan, plan)) if last else [],
    }
    return render(request, "statement/adopt_sure.html", context)


def _adopted(request: HttpRequest, found: Statement, form: AdoptForm) -> HttpResponse:
    """Freeze it and go to its page; when it cannot be, say why and show it again."""
    try:
        seen = signing.loads(request.POST.get("seen", ""), salt=_salt(found))
    except signing.BadSignature:
        return _ask_again(request, found, form)
    try:
        made = adopt_version(
            found, **form.cleaned_data, seen=str(seen), by=signed_in(request)
        )
    except CannotAdopt as refused:
        messages.error(request, str(refused))
        return _ask_again(request, found, form)
    messages.success(request, _("Adopted. This version never changes."))
    return redirect("statement:version", made.pk)


def _salt(statement: Statement) -> str:
    """Return what ties what was seen to its statement."""
    return f"statement.adopt:{statement.pk}"


@staff_only(user_can_read_statement)
@require_safe
def compared(request: HttpRequest, statement: int) -> HttpResponse:
    """Say in words what differs between two versions, or a version and today."""
    found = get_object_or_404(Statement, pk=statement)
    there = versions_of(found)
    if not there:
        raise Http404
    asked = request.GET.copy()
    asked.setdefault("before", str(there[0].number))
    asked.setdefault("after", TODAY)
    form = CompareForm(asked, versions=there)
    context: dict[str, object] = {"statement": found, "form": form}
    if form.is_valid():
        try:
            before = _plan_at(found, form.cleaned_data["before"])
            after = _plan_at(found, form.cleaned_data["after"])
        except VersionAltered as altered:
            return _altered(request, altered)
        context["told"] = changes_told(compare(before, after))
    return render(request, "statement/compare.html", context)


def _plan_at(statement: Statement, which: str) -> Plan:
    """Return the plan of a version by its number, or today's; raises VersionAltered."""
    if which == TODAY:
        return plan_of(statement)
    plan: Plan = verified_version(statement.versions.get(number=which)).plan
    return plan


def _altered(request: HttpRequest, altered: VersionAltered) -> HttpResponse:
    """Say that a version is not what was adopted, and show none of it."""
    return render(request, "statement/altered.html", {"why": str(altered)}, status=500)
