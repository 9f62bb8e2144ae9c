"""Serves a voice or a drawing to those who may moderate its survey, and to nobody else."""

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.enums import MediaType
from surveys.models import Recording
from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.transcribing import open_recording
from voice.moderation.enums import ReadingState
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.views.loading import reading_to_moderate

ENDINGS = {
    MediaType.OGG: "ogg",
    MediaType.WEBM: "webm",
    MediaType.MP4: "m4a",
    MediaType.PNG: "png",
    MediaType.WEBP: "webp",
}
# One range, as players ask for it (RFC 9110, section 14); others get the whole.
RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def recording(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Serve the recording of one comment, and write down who asked for it.

    Words that were passed on are the safeguarding leads', and so is their voice.
    """
    reading = reading_to_moderate(request, comment_id)
    if reading.state == ReadingState.PASSED_ON:
        raise Http404
    try:
        media_type, content = open_recording(reading, by=signed_in(request))
    except (Recording.DoesNotExist, KeyDestroyed):
        raise Http404 from None
    return as_file(content, MediaType(media_type), request.headers.get("Range", ""))


def as_file(content: bytes, media_type: MediaType, wanted: str = "") -> HttpResponse:
    """Return `content` so that a browser plays or shows it and does nothing else.

    `wanted` is the Range header: some players ask for a part, and play only if they
    get it. The file's name tells nothing; a policy of its own forbids everything.
    """
    page = HttpResponse(content_type=media_type.value)
    page["Content-Disposition"] = f'inline; filename="recording.{ENDINGS[media_type]}"'
    page["Content-Security-Policy"] = "default-src 'none'; sandbox"
    page["X-Content-Type-Options"] = "nosniff"
    page["Cross-Origin-Resource-Policy"] = "same-origin"
    page["Accept-Ranges"] = "bytes"
    asked = RANGE.fullmatch(wanted)
    start = int(asked[1]) if asked else 0
    if asked and start >= len(content):
        page.status_code = 416
        page["Content-Range"] = f"bytes */{len(content)}"
        return page
    end = min(int(asked[2]) if asked and asked[2] else len(content), len(content) - 1)
    if asked and end >= start:
        page.status_code = 206
        page["Content-Range"] = f"bytes {start}-{end}/{len(content)}"
        page.content = content[start : end + 1]
    else:
        page.content = content
    page["Content-Length"] = str(len(page.content))
    return page
