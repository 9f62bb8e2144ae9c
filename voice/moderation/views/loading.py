"""Finds surveys and readings for those who may moderate them; 404 for others."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language_info

from surveys.models import Survey
from voice.council.enums import AgeBand
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.moderation.permissions import user_can_decide, user_can_moderate
from voice.moderation.queries.queue import counts_by_state, readings_of

ON_A_PAGE = 25


def survey_to_moderate(request: HttpRequest, survey_id: int) -> Survey:
    """Return the survey; Http404 when it is missing or not for this reader."""
    survey = get_object_or_404(Survey, pk=survey_id)
    if not user_can_moderate(request.user, survey):
        raise Http404
    return survey


def reading_to_moderate(request: HttpRequest, comment_id: UUID) -> Reading:
    """Return the reading of a comment; Http404 likewise."""
    reading = get_object_or_404(
        Reading.objects.select_related(
            "comment__survey",
            "comment__question",
            "comment__response__edition",
            "decided_by",
        ),
        comment_id=comment_id,
    )
    if not user_can_moderate(request.user, reading.comment.survey):
        raise Http404
    return reading


def reading_to_decide(request: HttpRequest, comment_id: UUID) -> Reading:
    """Return the reading of a comment; Http404 for those who may not decide it."""
    reading = reading_to_moderate(request, comment_id)
    if not user_can_decide(request.user, reading.comment.survey):
        raise Http404
    return reading


def queue_beside(request: HttpRequest, survey: Survey) -> dict[str, Any]:
    """Return what the list at the start side shows: states, counts, one page."""
    wanted = request.GET.get("state", ReadingState.WAITING.value)
    state = wanted if wanted in ReadingState.values else ReadingState.WAITING.value
    counts = counts_by_state(survey)
    page: Page[Reading] = Paginator(
        readings_of(survey).filter(state=state), ON_A_PAGE
    ).get_page(request.GET.get("page"))
    return {
        "survey": survey,
        "state": state,
        "states": [
            (one.value, one.label, counts[one.value])
            for one in ReadingState
            if counts[one.value] or one == ReadingState.WAITING
        ],
        "waiting": counts[ReadingState.WAITING.value],
        "page": page,
        "query": f"state={state}&",
    }


def just_decided(request: HttpRequest, survey: Survey) -> Reading | None:
    """Return the reading that was decided on the page before, for the undo bar."""
    try:
        after = UUID(request.GET.get("after", ""))
    except ValueError:
        return None
    return (
        Reading.objects.filter(
            comment_id=after,
            comment__survey=survey,
            decided_by=request.user.pk,
        )
        .select_related("comment")
        .first()
    )


def language_name(code: str) -> str:
    """Return a language as people say it; the code when it has no known name."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def age_band_name(band: str) -> str:
    """Return an age band as people say it."""
    return str(AgeBand(band).label) if band in AgeBand.values else band
