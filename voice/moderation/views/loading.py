"""Finds surveys and readings for those who may moderate them; 404 for others."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from surveys.models import Survey
from voice.moderation.models import Reading
from voice.moderation.permissions import user_can_decide, user_can_moderate


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
            "comment__response__invitation",
            "comment__session_note__edition",
            "comment__session_note__written_by",
            "decided_by",
            "assigned_to",
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
