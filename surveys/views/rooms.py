"""A tablet that goes round a room: one young person after another, each starting clean.

The tablet remembers which room it is in, and nothing of who answered on it.
"""

from django.contrib.auth import logout
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from surveys.domain.answering import leave_response
from surveys.models import GroupSession
from surveys.queries.group_sessions import lasting
from surveys.queries.opening import invitation_by_token, lets_in
from surveys.views import device
from surveys.views.closed import link_not_known, way_in_closed
from surveys.views.cookies import host_bound, set_cookie
from surveys.views.pages import answering_page, for_young_people

SALT = "surveys.room"


@for_young_people
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, token: str) -> HttpResponse:
    """Say what handing a tablet over does; posted, do it.

    Whoever is signed in is signed out of this browser: no child holds a signed-in desk.
    """
    invitation = invitation_by_token(token)
    if invitation is None or not invitation.is_group:
        return link_not_known(request)
    now = timezone.now()
    if not lets_in(invitation, at=now):
        return way_in_closed(request, invitation, on=timezone.localdate(now))
    if request.method != "POST":
        return _page(request, "surveys/share.html", invitation=invitation)
    session: GroupSession = invitation.group_session
    logout(request)
    page = _cleaned(request)
    value = signing.dumps(session.pk, salt=SALT)
    set_cookie(page, cookie_name(), value, expires=session.closes_at)
    return page


@for_young_people
@require_safe
def room(request: HttpRequest) -> HttpResponse:
    """Show the start of the next person; nothing of the one before is on this tablet."""
    session = session_on(request)
    if session is None:
        return _page(request, "surveys/room.html", status=410)
    return _page(
        request,
        "surveys/room.html",
        session=session,
        under_way=device.response_on(request),
    )


@for_young_people
@require_POST
def next_person(request: HttpRequest) -> HttpResponse:
    """End what is still open on this tablet, and lead to a clean start."""
    return _cleaned(request)


def session_on(request: HttpRequest) -> GroupSession | None:
    """Return the session this tablet goes round in, while it lets people in, or None."""
    try:
        named = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT)
    except signing.BadSignature:
        return None
    return (
        lasting(at=timezone.now()).select_related("invitation").filter(pk=named).first()
    )


def cookie_name() -> str:
    """Return the cookie's name; bound to this host alone where connections are safe."""
    return host_bound("room")


def _cleaned(request: HttpRequest) -> HttpResponse:
    """Leave what is under way here, change the cookie, and lead to the next start."""
    if response := device.response_on(request):
        leave_response(response)
    page = redirect("surveys:room")
    page.status_code = 303
    device.forget(page)
    return page


def _page(
    request: HttpRequest, template: str, *, status: int = 200, **context: object
) -> HttpResponse:
    """Return one page of the room, in the language the browser asks for."""
    language = translation.get_language_from_request(request)
    return answering_page(request, template, context, language=language, status=status)
