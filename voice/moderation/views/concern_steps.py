"""What a safeguarding lead does with a concern; each is sent from its page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from voice.accounts.gate import View, recently_proven, signed_in, staff_only
from voice.moderation.domain.concern_record import add_to_concern, reopen_concern
from voice.moderation.domain.concerns import act_on_concern, decide_concern
from voice.moderation.domain.contact_attempts import record_attempt
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.giving_back import give_back_comment
from voice.moderation.domain.holds import lift_hold, place_hold
from voice.moderation.domain.walls import put_up_wall, take_down_wall
from voice.moderation.enums import WallReason
from voice.moderation.forms.concerns import (
    AddForm,
    AttemptForm,
    DecideConcernForm,
    HoldForm,
    LetInForm,
    ReopenForm,
    WallForm,
)
from voice.moderation.models import Concern, Wall
from voice.moderation.permissions import user_can_read_concerns
from voice.moderation.views.concern_page import concern_for, concern_page

REFUSED = 422
SECOND = 409


def lead_step[**P](view: View[P]) -> View[P]:
    """Make `view` what a safeguarding lead sends, having shown their second factor."""
    proven: View[P] = require_POST(recently_proven(view))
    return never_cache(staff_only(user_can_read_concerns)(proven))


@never_cache
@staff_only(user_can_read_concerns)
@require_POST
def act(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Remember, in one tap, that 999 or the front door was rung; nothing is asked.

    No second factor either: it shows nothing, and somebody is in danger.
    """
    found = concern_for(request, concern_id)
    try:
        act_on_concern(found, by=signed_in(request))
    except CannotDecide as told:
        messages.warning(request, str(told.sentence))
    return redirect("moderation:concern", concern_id)


@lead_step
def decide(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Record the decision."""
    found = concern_for(request, concern_id)
    form = DecideConcernForm(request.POST, has_acted=bool(found.acted_at))
    return _do(request, found, decide_concern, form=form)


@lead_step
def add(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Add to the record."""
    found = concern_for(request, concern_id)
    return _do(request, found, add_to_concern, add_form=AddForm(request.POST))


@lead_step
def attempt(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Write down a try at reaching the young person."""
    found = concern_for(request, concern_id)
    return _do(request, found, record_attempt, attempt_form=AttemptForm(request.POST))


@lead_step
def reopen(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Make a decided concern undecided again."""
    found = concern_for(request, concern_id)
    return _do(request, found, reopen_concern, reopen_form=ReopenForm(request.POST))


@lead_step
def give_back(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Give the comment of a decided concern back to the readers."""
    return _do(request, concern_for(request, concern_id), give_back_comment)


@lead_step
def hold(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Place a legal hold."""
    found = concern_for(request, concern_id)
    return _do(request, found, place_hold, hold_form=HoldForm(request.POST))


@lead_step
def lift(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Lift the legal hold."""
    return _do(request, concern_for(request, concern_id), lift_hold)


@lead_step
def wall(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Keep out somebody the concern is about; a lead may name themselves."""
    found = concern_for(request, concern_id)
    lead = signed_in(request)
    form = WallForm(request.POST, concern=found)
    if not form.is_valid():
        return concern_page(request, found, status=REFUSED, wall_form=form)
    around = form.cleaned_data["around"]
    put_up_wall(found, around=around, why=WallReason.NAMED, by=lead)
    if around == lead:
        messages.success(request, _("Done. That concern is not shown to you any more."))
        return redirect("moderation:concerns")
    return redirect("moderation:concern", concern_id)


@lead_step
def unwall(request: HttpRequest, concern_id: UUID, wall_id: int) -> HttpResponse:
    """Take down a wall that was put up in error."""
    found = concern_for(request, concern_id)
    wall = get_object_or_404(Wall, pk=wall_id, concern=found)
    form = LetInForm(request.POST, wall=wall)
    if not form.is_valid():
        return concern_page(request, found, status=REFUSED, refused=form)
    reason = form.cleaned_data["reason"]
    try:
        take_down_wall(wall, reason=reason, by=signed_in(request))
    except CannotDecide as told:
        return concern_page(request, found, status=SECOND, told=told.sentence)
    return redirect("moderation:concern", concern_id)


def _do(
    request: HttpRequest, found: Concern, verb: Callable[..., object], **form: Any
) -> HttpResponse:
    """Do it with what the one form says, or show the page as it is and why not."""
    said: dict[str, Any] = {}
    for one in form.values():
        if not one.is_valid():
            return concern_page(request, found, status=REFUSED, refused=one, **form)
        said = one.cleaned_data
    try:
        verb(found, by=signed_in(request), **said)
    except CannotDecide as told:
        now = concern_for(request, found.pk)
        return concern_page(request, now, status=SECOND, told=told.sentence, **form)
    return redirect("moderation:concern", found.pk)
