"""Second readings: decisions read again without seeing the first."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from surveys.queries.members import surveys_run_by
from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.reading import open_comment
from voice.moderation.domain.second_reading import read_again, settle_second_reading
from voice.moderation.enums import SecondState, Settled
from voice.moderation.forms.second import SecondReadingForm, SettleForm
from voice.moderation.logic.segments import segments
from voice.moderation.models import SecondReading
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.second import (
    agreement_on,
    to_settle,
    waiting_for,
)
from voice.moderation.views.facts import facts_about


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def second(request: HttpRequest) -> HttpResponse:
    """Show what waits to be read again, what differs, and how often two agree."""
    surveys = surveys_run_by(request.user)
    waiting = waiting_for(signed_in(request), surveys)
    context = {
        "waiting": waiting.count(),
        "next": waiting.first(),
        "differences": to_settle(surveys),
        "agreement": agreement_on(surveys),
    }
    return render(request, "moderation/second.html", context)


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def second_reading(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a comment for its second reader, who is not told of the first."""
    return _blind(request, _to_read(request, pk), form=SecondReadingForm())


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def read_second(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the second reader came to."""
    found = _to_read(request, pk)
    form = SecondReadingForm(request.POST)
    if not form.is_valid():
        return _blind(request, found, form=form, status=422)
    try:
        done = read_again(found, by=signed_in(request), **form.cleaned_data)
    except CannotDecide as told:
        messages.error(request, str(told.sentence))
        return redirect("moderation:second")
    if done.state == SecondState.DIFFERS:
        messages.warning(
            request, _("You came to something else than the first reader. Settle it.")
        )
    else:
        messages.success(request, _("Thank you. It is written down."))
    return redirect("moderation:second")


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def difference(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what two readers came to, to settle it."""
    return _settling(request, _to_settle(request, pk), form=SettleForm())


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle a difference."""
    found = _to_settle(request, pk)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return _settling(request, found, form=form, status=422)
    try:
        done = settle_second_reading(found, by=signed_in(request), **form.cleaned_data)
    except CannotDecide as told:
        return _settling(request, found, form=form, status=409, told=told.sentence)
    if done.settled == Settled.DECIDE_AGAIN:
        messages.success(request, _("It waits to be read again. Please decide now."))
        return redirect("moderation:comment", found.first.reading.comment_id)
    messages.success(request, _("Settled: the first decision stands."))
    return redirect("moderation:second")


def _to_read(request: HttpRequest, pk: int) -> SecondReading:
    """Return one that waits for this reader; Http404 otherwise, and for one's own."""
    found = waiting_for(signed_in(request), surveys_run_by(request.user))
    return get_object_or_404(found, pk=pk)


def _to_settle(request: HttpRequest, pk: int) -> SecondReading:
    """Return one on which two differ; Http404 otherwise."""
    return get_object_or_404(to_settle(surveys_run_by(request.user)), pk=pk)


def _blind(
    request: HttpRequest,
    found: SecondReading,
    *,
    form: SecondReadingForm,
    status: int = 200,
) -> HttpResponse:
    """Return the page of the second reader; nothing of the first decision is in it."""
    context = _words(request, found) | {"form": form}
    return render(request, "moderation/second_reading.html", context, status=status)


def _settling(
    request: HttpRequest,
    found: SecondReading,
    *,
    form: SettleForm,
    status: int = 200,
    told: object = "",
) -> HttpResponse:
    """Return the page of a difference, with both decisions."""
    user = signed_in(request)
    context = _words(request, found) | {
        "form": form,
        "told": told,
        "is_one_of_two": user.pk in {found.first.by_id, found.by_id},
        "kept": found.first.reading.kept_text(),
    }
    return render(request, "moderation/difference.html", context, status=status)


def _words(request: HttpRequest, found: SecondReading) -> dict[str, Any]:
    """Return the comment and what is known of it; opening it is written down."""
    reading = found.first.reading
    try:
        words = open_comment(reading, by=signed_in(request))
    except KeyDestroyed:
        raise Http404 from None
    return facts_about(reading) | {
        "second": found,
        "segments": segments(words, ()),
    }
