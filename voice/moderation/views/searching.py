"""Looking for words in the comments one may read; sent in the body, kept nowhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.searching import search_comments
from voice.moderation.forms.search import SearchForm
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.readers import routes_for
from voice.moderation.views.beside import rows_of
from voice.moderation.views.wanting import wanted_now

REFUSED = 422


@sensitive_post_parameters()
@never_cache
@staff_only(user_may_read_comments)
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show the comments in which the words stand; what is shown is written down."""
    if request.method != "POST":
        return redirect("moderation:reading")
    user = signed_in(request)
    routes = routes_for(user)
    form = SearchForm(request.POST)
    context: dict[str, Any] = {"search": form}
    if not form.is_valid():
        return render(request, "moderation/search.html", context, status=REFUSED)
    result = search_comments(
        form.cleaned_data["sought"],
        wanted_now(request, routes=routes),
        by=user,
        page=form.cleaned_data["page"] or 1,
    )
    rows = rows_of(
        [one.reading for one in result.found],
        routes=routes,
        by=user,
        now=timezone.now(),
    )
    context |= {
        "result": result,
        "rows": zip(rows, [one.finding for one in result.found], strict=True),
        "is_covered": user.covers_words,
    }
    return render(request, "moderation/search.html", context)
