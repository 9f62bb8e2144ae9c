"""What whoever helps reads before the first question, and a code for them to keep."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from surveys.domain.answering import ResponseIsClosed
from surveys.domain.coming_back import give_return_code
from surveys.enums import Company
from surveys.models import Response
from surveys.views.closed import not_on_this_device, nothing_changed
from surveys.views.device import response_on
from surveys.views.pages import answering_page, for_young_people
from voice.council.queries.bands import reads_as

LASTS = timedelta(hours=2)
GROWN = "grown"


@for_young_people
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest) -> HttpResponse:
    """Show whoever helps what helping is; with the two younger bands, a session code.

    The code is shown once: opened again, the page gives another only when asked.
    """
    response = response_on(request)
    if response is None:
        missing = nothing_changed if request.method == "POST" else not_on_this_device
        return missing(request)
    gives = _may_come_back(response)
    is_new = response.return_hash is None or request.method == "POST"
    code = _code(response) if gives and is_new and request.method != "HEAD" else ""
    return answering_page(
        request,
        "surveys/hand_over.html",
        {
            "gives": gives,
            "code": code,
            "until": response.return_until,
            "typed_at": f"{request.get_host()}/c/",
            "typed": response.invitation.is_assisted,
        },
        language=response.language,
        shows=["typed"],
    )


def _may_come_back(response: Response) -> bool:
    """Say whether a helped child of the two younger bands may have left by accident."""
    is_young = reads_as(response.age_band) != GROWN
    return is_young and response.company == Company.HELPING


def _code(response: Response) -> str:
    """Return a code for what is under way; empty in the moment that it closes."""
    try:
        return give_return_code(response, lasts=LASTS, at=timezone.now())
    except ResponseIsClosed:
        return ""
