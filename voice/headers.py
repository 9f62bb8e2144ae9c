"""Headers of every response, and the one looser policy, for Wagtail's own pages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP

Next = Callable[[HttpRequest], HttpResponse]

ADMIN_POLICY = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
    "base-uri": [CSP.NONE],
}
# What search engines neither read nor list: ways in, answering, and rooms of staff.
CLOSED_ROOMS = (
    "/a/",
    "/c/",
    "/g/",
    "/r/",
    "/s/",
    "/account/",
    "/admin/",
    "/board/",
    "/desk/",
)
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


class StrictHeaders:
    """Adds what Django does not: permissions, resource policy, and no caching."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, then set the headers that are missing."""
        page = self.get_page(request)
        page.headers.setdefault("Permissions-Policy", PERMISSIONS)
        page.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(CLOSED_ROOMS):
            page.headers["X-Robots-Tag"] = "noindex, nofollow"
        if not _may_be_kept(request, page):
            page.headers["Cache-Control"] = "no-store"
        return page


def _may_be_kept(request: HttpRequest, page: HttpResponse) -> bool:
    """Say whether a page says itself how long it is kept, and may.

    Not at all; or, what is named after its own content (a static file, a style sheet), for good.
    """
    said = page.headers.get("Cache-Control", "")
    named = request.path.startswith((settings.STATIC_URL, "/colour/", "/style/"))
    return "no-store" in said or (named and "immutable" in said)


class AdminPolicy:
    """Lets Wagtail's admin use the inline script and style it is built on."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; loosen the policy for the admin's addresses alone."""
        page = self.get_page(request)
        if request.path.startswith("/admin/"):
            # A preview comes with the policy of the page it shows: no frame at all.
            page.headers.pop("Content-Security-Policy", None)
            page._csp_config = ADMIN_POLICY  # type: ignore[attr-defined]  # noqa: SLF001 - Django reads it
            page.headers["X-Frame-Options"] = "SAMEORIGIN"
        return page
