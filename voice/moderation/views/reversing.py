"""Reversing a decision with a reason; once a release holds it, deciding again."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain import reversing
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.forms.beside import ReverseForm
from voice.moderation.models import Decision
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.views.comment import comment_page, told_page
from voice.moderation.views.loading import reading_to_decide


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def reverse_decision(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Put a decided comment back to be read, and say why."""
    return _put_back(request, comment_id, reversing.reverse_decision)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def decide_again(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Decide again from now on about what a release has used."""
    return _put_back(request, comment_id, reversing.decide_again)


def _put_back(
    request: HttpRequest, comment_id: UUID, verb: Callable[..., Decision]
) -> HttpResponse:
    """Put it back, and open it; or say why it cannot be."""
    reading = reading_to_decide(request, comment_id)
    form = ReverseForm(request.POST, reading=reading)
    if not form.is_valid():
        return comment_page(request, reading, status=422, reverse=form)
    try:
        verb(reading, by=signed_in(request), **form.cleaned_data)
    except CannotDecide as told:
        now = reading_to_decide(request, comment_id)
        return told_page(request, now, told.sentence, reverse=form)
    return redirect("moderation:comment", comment_id)
