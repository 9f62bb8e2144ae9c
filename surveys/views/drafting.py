"""What the survey editor's script asks for: a picture to keep, conditions in words."""

import json
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.domain.media import MediumRefused, keep_medium
from surveys.drafting.explaining import explained
from surveys.drafting.reading import picture_of
from surveys.views.wordings import drafters_only
from voice.accounts.gate import signed_in

MOST_BLOCKS = 200


@require_POST
@drafters_only
def picture(request: HttpRequest) -> JsonResponse:
    """Keep one picture of a question; 422 with a sentence when it cannot be kept."""
    sent = request.FILES.get("picture")
    if sent is None or not str(sent.content_type).startswith("image/"):
        return JsonResponse({"error": _("Choose a picture.")}, status=422)
    try:
        medium = keep_medium(
            sent.read(), media_type=str(sent.content_type), by=signed_in(request)
        )
    except MediumRefused as refusal:
        return JsonResponse({"error": str(refusal.sentence)}, status=422)
    return JsonResponse(picture_of(medium, ""))


@require_POST
@drafters_only
def conditions(request: HttpRequest) -> JsonResponse:
    """Say each question's condition in words, and what is wrong with it, by place.

    The draft comes as the form holds it now; nothing of it is kept.
    """
    blocks, age_bands = _form(request.body)
    return JsonResponse(explained(blocks, age_bands=age_bands))


def _form(body: bytes) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the blocks and age bands of a form; BadRequest when there are none."""
    try:
        sent = json.loads(body)
        blocks, bands = sent["blocks"], sent["age_bands"]
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest from error
    if not isinstance(blocks, list) or len(blocks) > MOST_BLOCKS:
        raise BadRequest
    if not isinstance(bands, list) or not all(isinstance(band, str) for band in bands):
        raise BadRequest
    return [block for block in blocks if isinstance(block, dict)], bands
