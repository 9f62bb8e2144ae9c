"""Finds what a page is about, for those who may see it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from surveys.models import Question
from voice.themes.permissions import user_can_tag


def question_for(request: HttpRequest, question_id: int) -> Question:
    """Return the question; Http404 when it is missing or not for this person."""
    question = get_object_or_404(
        Question.objects.select_related("survey__consultation"), pk=question_id
    )
    if not user_can_tag(request.user, question.survey):
        raise Http404
    return question
