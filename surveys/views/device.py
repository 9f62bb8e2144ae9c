"""The one cookie of a device that is answering: what may go on, or what was finished."""

import secrets
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from surveys.domain.answering import CAPABILITY_BYTES
from surveys.logic.looks import COOKIE
from surveys.models import Response
from surveys.queries.responses import response_under_way
from surveys.views.cookies import host_bound, set_cookie

SALT = "surveys.finished"
THANKS_SECONDS = 10 * 60
# Behind this mark stands nothing but a chance number, so that the cookie can change.
MARK = "~"


@dataclass(frozen=True, slots=True)
class Finished:
    """What the thank-you page needs, and nothing of who answered or how."""

    edition: int
    language: str
    age_band: str
    invitation: int
    receipt_seed: str = ""


def cookie_name() -> str:
    """Return the cookie's name; bound to this host alone where connections are safe."""
    return host_bound("questions")


def response_on(request: HttpRequest) -> Response | None:
    """Return the response this device may go on answering, or None."""
    capability = _held(request)
    return response_under_way(capability, at=timezone.now()) if capability else None


def remember(page: HttpResponse, capability: str) -> None:
    """Let this device go on, until the browser closes or an hour passes."""
    set_cookie(page, cookie_name(), capability, max_age=None)


def capability_on(request: HttpRequest) -> str:
    """Return what this device holds, whether it opens anything or not."""
    return _held(request)


def remember_finished(page: HttpResponse, response: Response, *, seed: str) -> None:
    """Change the cookie to one that opens the thank-you page for ten minutes.

    `seed` lets that page show the receipt again (surveys.domain.receipts): the
    receipt itself is in no cookie.
    """
    said = [
        response.edition_id,
        response.language,
        response.age_band,
        response.invitation_id,
        seed,
    ]
    set_cookie(
        page, cookie_name(), signing.dumps(said, salt=SALT), max_age=THANKS_SECONDS
    )


def finished_on(request: HttpRequest) -> Finished | None:
    """Return what this device has just finished, or None."""
    try:
        said = signing.loads(_held(request), salt=SALT, max_age=THANKS_SECONDS)
    except signing.BadSignature:
        return None
    return Finished(*said)


def change(page: HttpResponse, request: HttpRequest, *, finished: bool) -> None:
    """Change the cookie without changing what it opens, or for how long.

    A browser that sees it change drops the pages it could go back to, and what was
    typed in them; a device whose answer was lost on the way may still go on.
    """
    value = f"{_held(request)}{MARK}{secrets.token_urlsafe(CAPABILITY_BYTES)}"
    set_cookie(page, cookie_name(), value, max_age=THANKS_SECONDS if finished else None)


def forget(page: HttpResponse) -> None:
    """Change the cookie to one that opens nothing, and let it lapse in a minute.

    How they wanted the pages to look is forgotten too: the next child starts clean.

    Changed, not deleted: Chromium 156 brought the first page back from its
    back/forward cache, typed words and all, when the cookie was only deleted.
    """
    set_cookie(page, cookie_name(), secrets.token_urlsafe(CAPABILITY_BYTES), max_age=60)
    page.delete_cookie(COOKIE, samesite="Lax")


def _held(request: HttpRequest) -> str:
    """Return what the cookie holds, without the chance number behind it."""
    return request.COOKIES.get(cookie_name(), "").partition(MARK)[0]
