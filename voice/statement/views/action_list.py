"""All actions of the statement: found, narrowed, sorted, a page at a time."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.statement.forms.action_list import ActionFilterForm
from voice.statement.permissions import user_can_read_statement
from voice.statement.queries import current_statement
from voice.statement.queries.action_list import actions_wanted
from voice.statement.queries.updates import silent_among

ON_A_PAGE = 25


@staff_only(user_can_read_statement)
@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """List the actions of the newest statement."""
    statement = current_statement()
    if statement is None:
        return redirect("statement:statement")
    today = timezone.localdate()
    form = ActionFilterForm(request.GET, statement=statement)
    found = actions_wanted(statement, form.wanted(), on=today)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "statement": statement,
        "form": form,
        "page": page,
        "silent": {
            one.action.pk: one for one in silent_among(page.object_list, on=today)
        },
        "query": query.urlencode() + "&" if query else "",
        "today": today,
    }
    return render(request, "statement/action_list.html", context)
