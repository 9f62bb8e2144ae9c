"""The data protection officer's page: who did what and who read what."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from voice.accounts.forms.audit import AuditFilter
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.hidden_entries import ids_hidden_from
from voice.accounts.models import User
from voice.accounts.permissions import user_may_read_audit
from voice.audit import queries
from voice.audit.domain.record import record

PER_PAGE = 50


@staff_only(user_may_read_audit)
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show what was recorded, newest first; reading it is recorded too."""
    form = AuditFilter(request.GET, verbs=queries.verbs(), kinds=queries.kinds())
    asked = form.cleaned_data if form.is_valid() else {}
    asked = {name: value for name, value in asked.items() if value}
    found = queries.entries(**asked, hidden=ids_hidden_from(signed_in(request)))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    entries = list(page.object_list)
    record(
        "accounts.read_audit",
        User,
        by=signed_in(request),
        page=page.number,
        filters=sorted(asked),
    )
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "page": page,
        "entries": entries,
        "query": f"{query.urlencode()}&" if query else "",
    }
    return render(request, "accounts/audit.html", context)
