"""Pictures and sounds of questions, as the browsers of young people fetch them."""

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from surveys.models import Medium
from surveys.views.closed import GONE

# Safari plays no sound that it cannot ask for in part (RFC 9110, section 14).
RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)")


@require_safe
def medium(request: HttpRequest, sha256: str) -> HttpResponse:
    """Return one picture or sound; open to all, and kept by nobody.

    What is not there is gone: see surveys.views.closed about 404.
    """
    found = Medium.objects.filter(pk=sha256).first()
    if found is None:
        return HttpResponse(status=GONE)
    return sound_page(request, found)


def sound_page(request: HttpRequest, found: Medium) -> HttpResponse:
    """Return a picture or a sound, or the part of it that was asked for."""
    content = bytes(found.content)
    part = _part(request.headers.get("Range", ""), len(content))
    page = HttpResponse(content, content_type=found.media_type)
    if part == range(0):
        page = HttpResponse(status=416, content_type=found.media_type)
        page.headers["Content-Range"] = f"bytes */{len(content)}"
    elif part:
        page = HttpResponse(
            content[part.start : part.stop],
            content_type=found.media_type,
            status=206,
        )
        page.headers["Content-Range"] = (
            f"bytes {part.start}-{part.stop - 1}/{len(content)}"
        )
    page.headers["Accept-Ranges"] = "bytes"
    page.headers["Cache-Control"] = "no-store"
    page.headers["Content-Disposition"] = "inline"
    return page


def _part(wanted: str, length: int) -> range | None:
    """Return the bytes a Range header asks for; None for all, an empty one for none."""
    asked = RANGE.fullmatch(wanted)
    if not asked or asked.groups() == ("", ""):
        return None
    first, last = asked.groups()
    if not first:
        return range(max(0, length - int(last)), length)
    start = int(first)
    stop = min(int(last) + 1, length) if last else length
    return range(start, stop) if start < stop else range(0)
