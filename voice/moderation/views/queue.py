"""The queue: surveys with comments, and the comments of one survey."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import staff_only
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.queue import surveys_to_read
from voice.moderation.views.loading import (
    just_decided,
    queue_beside,
    survey_to_moderate,
)


@staff_only(user_may_read_comments)
@require_safe
def reading(request: HttpRequest) -> HttpResponse:
    """Show every survey with comments and how many wait."""
    return render(
        request,
        "moderation/reading.html",
        {"surveys": surveys_to_read(by=request.user)},
    )


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def queue(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Show the list of one survey's comments; their words only when one is opened."""
    survey = survey_to_moderate(request, survey_id)
    context = queue_beside(request, survey) | {"decided": just_decided(request, survey)}
    return render(request, "moderation/queue.html", context)
