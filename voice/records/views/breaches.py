"""The register of breaches and near misses."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.records.domain.keeping import keep_breach
from voice.records.forms.records import BreachForm
from voice.records.models import Breach
from voice.records.permissions import user_may_keep_breaches


@staff_only(user_may_keep_breaches)
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    """List what went wrong or nearly did, newest first, clocks loudly."""
    rows = list(Breach.objects.select_related("entered_by"))
    return render(request, "records/breaches.html", {"breaches": rows})


@staff_only(user_may_keep_breaches)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter one."""
    return _edit(request, Breach(), _("Enter a breach or near miss"))


@staff_only(user_may_keep_breaches)
@require_http_methods(["GET", "HEAD", "POST"])
def breach(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with one: what was done, who was told, what was decided."""
    return _edit(request, get_object_or_404(Breach, pk=pk), _("A breach or near miss"))


def _edit(request: HttpRequest, row: Breach, title: str) -> HttpResponse:
    """Show or save one."""
    form = BreachForm(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        keep_breach(form.save(commit=False), by=signed_in(request))
        messages.success(request, _("Saved."))
        return redirect("records:breaches")
    return render(
        request,
        "records/breach.html",
        {"form": form, "title": title, "breach": row},
        status=422 if form.errors else 200,
    )
