"""The queue: every comment one may read, in one list, with what can be chosen of it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.forms.search import SearchForm
from voice.moderation.logic.wanted import Routes, Wanted
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.queue import surveys_to_read
from voice.moderation.queries.readers import routes_for
from voice.moderation.queries.unscreened import waiting_for_screening
from voice.moderation.views.beside import around, beside, just_decided
from voice.moderation.views.loading import survey_to_moderate
from voice.moderation.views.wanting import keep_wanted, wanted_now


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def reading(request: HttpRequest) -> HttpResponse:
    """Show the queue as this reader chose it; no words before one is opened."""
    routes = routes_for(signed_in(request))
    wanted = wanted_now(request, routes=routes)
    return _page(request, wanted, routes=routes)


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def queue(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Show the queue of one survey."""
    survey = survey_to_moderate(request, survey_id)
    routes = routes_for(signed_in(request))
    wanted = replace(wanted_now(request, routes=routes), survey=survey.pk)
    if "state" not in request.GET:
        wanted = Wanted(survey=survey.pk)
    keep_wanted(request, wanted)
    return _page(request, wanted, routes=routes)


def _page(request: HttpRequest, wanted: Wanted, *, routes: Routes) -> HttpResponse:
    """Return the queue's page."""
    user, now = signed_in(request), timezone.now()
    context = (
        beside(request, wanted, routes=routes, now=now)
        | around(wanted, routes=routes, by=user, now=now)
        | {
            "surveys": [] if wanted.survey else surveys_to_read(by=user),
            "decided": just_decided(request),
            "search": SearchForm(),
            "unscreened": waiting_for_screening(now),
        }
    )
    return render(request, "moderation/reading.html", context)
