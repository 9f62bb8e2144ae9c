"""A screenful: ten comments in one's hand, opened one by one, approved together."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.approving import approve_screenful
from voice.moderation.domain.assigning import SCREENFUL, take_screenful
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.reading import open_comment
from voice.moderation.domain.rereading import read_again
from voice.moderation.forms.screenful import ScreenfulForm
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.queue import screenful_of
from voice.moderation.queries.readers import routes_for
from voice.moderation.views.beside import Row, just_decided, rows_of
from voice.moderation.views.loading import reading_to_decide
from voice.moderation.views.taking import next_address, waiting_wanted
from voice.moderation.views.undoing import chosen_readings

REFUSED = 422


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def screenful(request: HttpRequest) -> HttpResponse:
    """Show what this reader has in hand; the words of what they opened."""
    return _page(request, ScreenfulForm())


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def take_many(request: HttpRequest) -> HttpResponse:
    """Put the next ten into this reader's hand."""
    taken = take_screenful(waiting_wanted(request), by=signed_in(request))
    return redirect("moderation:screenful" if taken else "moderation:reading")


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def open_here(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Open one of the screenful, and go back to it."""
    reading = reading_to_decide(request, comment_id)
    try:
        open_comment(reading, by=signed_in(request))
    except KeyDestroyed:
        return redirect("moderation:comment", comment_id)
    return redirect(f"{reverse('moderation:screenful')}#c-{comment_id}")


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def approve_many(request: HttpRequest) -> HttpResponse:
    """Approve those that are ticked and were opened; say why of the others."""
    chosen = chosen_readings(request, "comment")
    form = ScreenfulForm(request.POST)
    if not chosen:
        form.add_error(None, _("Tick the comments you want to approve."))
    if not form.is_valid():
        return _page(request, form, status=REFUSED)
    try:
        done = approve_screenful(chosen, by=signed_in(request), **form.cleaned_data)
    except CannotDecide as told:
        form.add_error(None, str(told.sentence))
        return _page(request, form, status=REFUSED)
    for sentence in dict.fromkeys(said for _reading, said in done.refused):
        messages.warning(request, sentence)
    return redirect(_onward(request, done.approved))


def _onward(request: HttpRequest, approved: list[Any]) -> str:
    """Return the screenful while something of it is left, or the next comment."""
    left = screenful_of(signed_in(request), now=timezone.now()).exists()
    if not left:
        return next_address(request, approved)
    query = "&".join(f"after={one.comment_id}" for one in approved)
    address = reverse("moderation:screenful")
    return f"{address}?{query}" if query else address


def _page(
    request: HttpRequest, form: ScreenfulForm, *, status: int = 200
) -> HttpResponse:
    """Return the page of the screenful, with the form as it was sent if refused."""
    user, now = signed_in(request), timezone.now()
    context = {
        "rows": _opened(user, now=now),
        "form": form,
        "ticked": request.POST.getlist("comment"),
        "decided": just_decided(request),
    }
    return render(request, "moderation/screenful.html", context, status=status)


def _opened(user: User, *, now: datetime) -> list[tuple[Row, str]]:
    """Return each comment in hand, with its words if this reader opened it."""
    readings = list(screenful_of(user, now=now)[:SCREENFUL])
    rows = rows_of(readings, routes=routes_for(user), by=user, now=now)
    words = read_again([row.reading for row in rows if row.is_opened], by=user)
    return [(row, words.get(row.reading.pk, "")) for row in rows]
