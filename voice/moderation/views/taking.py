"""Taking the next comment, leaving one to others, and a break after many."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.assigning import put_down, take_next
from voice.moderation.logic.wanted import WAITING, Wanted
from voice.moderation.models import Reading
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.readers import routes_for
from voice.moderation.queries.sitting import read_in_this_sitting
from voice.moderation.views.beside import just_decided
from voice.moderation.views.loading import reading_to_decide
from voice.moderation.views.wanting import wanted_now

PUT_DOWN = "reading_put_down"
WENT_ON = "reading_went_on"
REMEMBERED = 50


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Give the reader the next comment, or the queue when nothing is left."""
    return redirect(next_address(request))


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def leave(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Leave a comment to others and take the next."""
    reading = reading_to_decide(request, comment_id)
    put_down(reading, by=signed_in(request))
    put = request.session.get(PUT_DOWN, [])
    request.session[PUT_DOWN] = [*put, reading.pk][-REMEMBERED:]
    return redirect(next_address(request))


@never_cache
@staff_only(user_may_read_comments)
@require_http_methods(["GET", "HEAD", "POST"])
def rest(request: HttpRequest) -> HttpResponse:
    """Say how much was read and suggest a break; go on when asked to."""
    now = timezone.now()
    if request.method == "POST":
        request.session[WENT_ON] = now.isoformat()
        return redirect(next_address(request))
    context = {
        "read": read_in_this_sitting(signed_in(request), now=now),
        "decided": just_decided(request),
    }
    return render(request, "moderation/rest.html", context)


def next_address(request: HttpRequest, decided: Iterable[Reading] = ()) -> str:
    """Return where a reader goes next: a comment of theirs alone, a break, the queue.

    What was just `decided` goes along, so that the page can offer to undo it.
    """
    query = urlencode([("after", str(reading.comment_id)) for reading in decided])
    address = _break(request) or _comment(request) or reverse("moderation:reading")
    return f"{address}?{query}" if query else address


def waiting_wanted(request: HttpRequest) -> Wanted:
    """Return the reader's choice, of what still waits and is in anybody's hand."""
    routes = routes_for(signed_in(request))
    return replace(wanted_now(request, routes=routes), state=WAITING, mine=False)


def _break(request: HttpRequest) -> str:
    """Return the address of the break, when it is time for one."""
    user = signed_in(request)
    went_on = request.session.get(WENT_ON)
    since = datetime.fromisoformat(went_on) if went_on else None
    read = read_in_this_sitting(user, now=timezone.now(), since=since)
    return reverse("moderation:rest") if read >= user.rests_after else ""


def _comment(request: HttpRequest) -> str:
    """Return the address of a comment that is now in this reader's hand."""
    taken = take_next(
        waiting_wanted(request),
        by=signed_in(request),
        skip=request.session.get(PUT_DOWN, []),
    )
    return reverse("moderation:comment", args=[taken.comment_id]) if taken else ""
