"""What the survey editor's script asks for: a picture to keep."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.domain.media import MediumRefused, keep_medium
from surveys.drafting.reading import picture_of
from surveys.views.wordings import drafters_only


@require_POST
@drafters_only
def picture(request: HttpRequest) -> JsonResponse:
    """Keep one picture of a question; 422 with a sentence when it cannot be kept."""
    sent = request.FILES.get("picture")
    if sent is None or not str(sent.content_type).startswith("image/"):
        return JsonResponse({"error": _("Choose a picture.")}, status=422)
    try:
        medium = keep_medium(
            sent.read(), media_type=str(sent.content_type), by=request.user
        )
    except MediumRefused as refusal:
        return JsonResponse({"error": str(refusal.sentence)}, status=422)
    return JsonResponse(picture_of(medium, ""))
