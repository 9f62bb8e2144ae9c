"""What a worker typed is read back to the young person before it is finished."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from surveys.domain.answering import ResponseIsClosed
from surveys.domain.assisted import check_response
from surveys.models import Response
from surveys.queries.own_answers import own_answers
from surveys.views import device
from surveys.views.closed import not_on_this_device, nothing_changed
from surveys.views.pages import answering_page, for_young_people, onward

MEANT = "yes"
UNCHECKED = "unchecked"


@for_young_people
def read_back(request: HttpRequest) -> HttpResponse:
    """Show every answer that was typed; posted, say whether it is what was meant."""
    response = device.response_on(request)
    if request.method == "POST":
        return _answered(request, response)
    if response is None:
        return not_on_this_device(request)
    with translation.override(response.language):
        told = own_answers(response)
    return answering_page(
        request,
        "surveys/read_back.html",
        {
            "response": response,
            "age_band": response.age_band,
            "told": [
                (one, reverse("surveys:step", kwargs={"number": one.number}))
                for one in told
            ],
            "typed": True,
        },
        language=response.language,
        shows=["copy", "typed"],
    )


def _answered(request: HttpRequest, response: Response | None) -> HttpResponse:
    """Keep that it was looked through, or go on without."""
    if response is None or str(response.pk) != request.POST.get("response"):
        return nothing_changed(request)
    finish = reverse("surveys:finish")
    if request.POST.get("meant") != MEANT:
        return onward(request, f"{finish}?{UNCHECKED}")
    try:
        check_response(response)
    except ResponseIsClosed:
        return nothing_changed(request)
    return onward(request, finish)
