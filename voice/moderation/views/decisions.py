"""Deciding about a comment: approve, redact, withhold, pass on, undo."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain import reading as verbs
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.forms.decisions import (
    ApproveForm,
    RedactForm,
    VersionForm,
    WithholdForm,
)
from voice.moderation.forms.passed_on import PassOnForm
from voice.moderation.models import Reading
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.words import own_words
from voice.moderation.views.comment import comment_page
from voice.moderation.views.loading import reading_to_decide
from voice.moderation.views.taking import next_address

REFUSED = 422
SECOND = 409


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def approve(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Keep the words as they are."""
    reading = reading_to_decide(request, comment_id)
    form = ApproveForm(
        request.POST,
        reading=reading,
        words=own_words(reading),
        by=signed_in(request),
    )
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED, keep=form)
    return _decide(request, reading, verbs.approve_comment, form=form, **_yeses(form))


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def redact(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Keep the words with passages replaced, or show first what others will see."""
    reading = reading_to_decide(request, comment_id)
    form = RedactForm(
        request.POST,
        reading=reading,
        words=own_words(reading),
        by=signed_in(request),
    )
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED, keep=form)
    if "preview" in request.POST:
        return comment_page(
            request, reading, keep=form, preview=form.cleaned_data["kept"]
        )
    passages = form.cleaned_data["passages"]
    return _decide(
        request,
        reading,
        verbs.redact_comment,
        form=form,
        passages=passages,
        **_yeses(form),
    )


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def withhold(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Show the words to nobody."""
    reading = reading_to_decide(request, comment_id)
    form = WithholdForm(request.POST, reading=reading)
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED, withhold=form)
    reason = form.cleaned_data["reason"]
    return _decide(request, reading, verbs.withhold_comment, form=form, reason=reason)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def pass_on(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Hand the words to the safeguarding leads."""
    reading = reading_to_decide(request, comment_id)
    form = PassOnForm(request.POST, reading=reading)
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED, pass_on=form)
    leads = form.cleaned_data["not_these"]
    return _decide(request, reading, verbs.pass_on_comment, form=form, not_these=leads)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def undo(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Put a decided comment back to be read, and open it."""
    reading = reading_to_decide(request, comment_id)
    form = VersionForm(request.POST, reading=reading)
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED)
    try:
        verbs.undo_decision(
            reading,
            version=form.cleaned_data["version"],
            by=request.user,  # type: ignore[arg-type]
        )
    except CannotDecide as told:
        return _told(request, comment_id, told, form=form)
    return redirect("moderation:comment", comment_id)


def _yeses(form: ApproveForm | RedactForm) -> dict[str, bool]:
    """Return the two yeses."""
    return {name: form.cleaned_data[name] for name in ("may_count", "may_quote")}


def _decide(
    request: HttpRequest,
    reading: Reading,
    verb: Callable[..., object],
    *,
    form: VersionForm,
    **said: Any,
) -> HttpResponse:
    """Decide, and open the next one; or tell the second of two readers who was first."""
    try:
        verb(reading, version=form.cleaned_data["version"], by=request.user, **said)
    except CannotDecide as told:
        return _told(request, reading.comment_id, told, form=form)
    return redirect(next_address(request, [reading]))


def _told(
    request: HttpRequest, comment_id: UUID, told: CannotDecide, *, form: VersionForm
) -> HttpResponse:
    """Show the comment as it is now, what happened, and what the reader had typed."""
    now = reading_to_decide(request, comment_id)
    return comment_page(
        request,
        now,
        status=SECOND,
        told=told.sentence,
        typed=[row for row in getattr(form, "rows", []) if row.words],
        selected=getattr(form, "selected", []),
    )
