"""The safeguarding leads' room: concerns, which nobody else can see."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import recently_proven, staff_only
from voice.moderation.domain.concerns import decide_concern, see_concern
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.giving_back import give_back_comment
from voice.moderation.enums import ConcernState, ReadingState
from voice.moderation.forms.concerns import DecideConcernForm
from voice.moderation.models import Concern
from voice.moderation.permissions import user_can_read_concerns
from voice.moderation.queries.concerns import concerns as all_concerns
from voice.moderation.views.loading import age_band_name, language_name

ON_A_PAGE = 25


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
def concerns(request: HttpRequest) -> HttpResponse:
    """Show every concern, open ones first; words only when one is opened."""
    page = Paginator(all_concerns(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "moderation/concerns.html", {"page": page})


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def concern(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Open one concern."""
    return _page(request, concern_id)


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def referral(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Show a referral to print, in the child's exact words."""
    found = _concern(concern_id)
    context = _about(found) | {"words": see_concern(found, by=request.user)}  # type: ignore[arg-type]
    return render(request, "moderation/referral.html", context)


@never_cache
@staff_only(user_can_read_concerns)
@require_POST
@recently_proven
def decide(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Record the decision."""
    found = _concern(concern_id)
    form = DecideConcernForm(request.POST)
    if not form.is_valid():
        return _page(request, concern_id, status=422, form=form)
    try:
        decide_concern(found, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except CannotDecide as told:
        return _page(request, concern_id, status=409, form=form, told=told.sentence)
    return redirect("moderation:concern", concern_id)


@never_cache
@staff_only(user_can_read_concerns)
@require_POST
@recently_proven
def give_back(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Give the comment of a decided concern back to the readers."""
    try:
        give_back_comment(_concern(concern_id), by=request.user)  # type: ignore[arg-type]
    except CannotDecide as told:
        return _page(request, concern_id, status=409, told=told.sentence)
    return redirect("moderation:concern", concern_id)


def _concern(concern_id: UUID) -> Concern:
    """Return the concern with what its page shows; Http404 when there is none."""
    return get_object_or_404(
        all_concerns().select_related("comment__reading"), pk=concern_id
    )


def _about(found: Concern) -> dict[str, Any]:
    """Return what a page says of a concern besides the words."""
    comment = found.comment
    return {
        "concern": found,
        "comment": comment,
        "survey": comment.survey,
        "age_band": age_band_name(comment.age_band),
        "language": language_name(comment.language),
        "is_decided": found.state == ConcernState.DECIDED,
    }


def _page(
    request: HttpRequest,
    concern_id: UUID,
    *,
    status: int = 200,
    form: DecideConcernForm | None = None,
    told: object = "",
) -> HttpResponse:
    """Return the page of one concern; opening it marks it seen and is written down."""
    found = _concern(concern_id)
    words = see_concern(found, by=request.user)  # type: ignore[arg-type]
    context = _about(found) | {
        "words": words,
        "note": found.note(),
        "form": form or DecideConcernForm(),
        "told": told,
        "is_away": found.comment.reading.state == ReadingState.PASSED_ON,
    }
    return render(request, "moderation/concern.html", context, status=status)
