"""Small files that machines ask for: the colour's sheet, the icons' list, what to read."""

from django.contrib.sitemaps.views import x_robots_tag
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.http import require_safe

from cms.sheet import public_sheet, sheet_name
from cms.sitemap import pages_told
from voice.council.logic.colours import SCHEMES, can_be_read, is_hex, shades_of
from voice.council.queries.settings import council_settings
from voice.headers import CLOSED_ROOMS
from voice.small import sent_small

FOR_GOOD = "max-age=31536000, public, immutable"


@require_safe
def colour(request: HttpRequest, code: str) -> HttpResponse:
    """Return the style sheet of one colour, which its address names: it never changes.

    Raises 404 for what is no colour, or one that cannot be read.
    """
    own = f"#{code}"
    if not is_hex(own) or not can_be_read(own):
        raise Http404
    facts = {scheme: shades_of(own, scheme) for scheme in SCHEMES}
    page = render(request, "cms/colour.css", facts, content_type="text/css")
    page.headers["Cache-Control"] = FOR_GOOD
    return page


@require_safe
@sent_small
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """Return the style sheet of the public site; for good, under its own name.

    A page drawn by another edition of the house may ask by another name: it is given
    this one, for once.
    """
    page = HttpResponse(public_sheet(), content_type="text/css")
    if name == sheet_name():
        page.headers["Cache-Control"] = FOR_GOOD
    return page


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Return the name, the colour and the icons a phone puts on its first screen."""
    council = council_settings()
    told = {
        "name": str(council),
        "short_name": council.name[:24],
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": "/",
        "display": "browser",
        "theme_color": council.frame_colours[0],
        "background_color": "#fffcf6",
        "icons": [
            _icon("192.png", "192x192"),
            _icon("512.png", "512x512"),
            _icon("512-whole.png", "512x512", purpose="maskable"),
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")


def _icon(name: str, sizes: str, *, purpose: str = "any") -> dict[str, str]:
    source = static(f"img/icons/{name}")
    return {"src": source, "sizes": sizes, "type": "image/png", "purpose": purpose}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Return what search engines may read: the public pages, and not the ways in."""
    facts = {
        "closed": CLOSED_ROOMS,
        "sitemap": request.build_absolute_uri(reverse("cms:sitemap")),
    }
    return render(request, "robots.txt", facts, content_type="text/plain")


@require_safe
@x_robots_tag
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return every live public page with its other languages, for search engines."""
    facts = {"urlset": pages_told(request)}
    return render(request, "sitemap.xml", facts, content_type="application/xml")
