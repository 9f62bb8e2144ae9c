"""The cookie that says how this device wants the pages to look."""

from django.http import HttpRequest, HttpResponse

from surveys.logic.looks import COOKIE, Look, look_of
from surveys.views.cookies import set_cookie

# What the choices are called in a form, and the mark that a form had them.
SENT, NAMES = "looks", ("size", "colours", "more")


def look_on(request: HttpRequest) -> Look:
    """Return how this device wants the pages to look."""
    return look_of(request.COOKIES.get(COOKIE, "").split("."))


def look_now(request: HttpRequest) -> Look:
    """Return the look that the posted page asks for, else the one of this device."""
    if SENT not in request.POST:
        return look_on(request)
    return look_of(value for name in NAMES for value in request.POST.getlist(name))


def remember_look(page: HttpResponse, request: HttpRequest) -> None:
    """Keep the look that the posted page asks for, until the browser closes.

    Nothing is said when it is the same: a browser that sees a cookie change drops the
    pages it could go back to. Leaving forgets it (surveys.views.device.forget).
    """
    look = look_now(request)
    if look == look_on(request) or COOKIE in page.cookies:
        return
    if not look.cookie:
        page.delete_cookie(COOKIE, samesite="Lax")
        return
    set_cookie(page, COOKIE, look.cookie)
