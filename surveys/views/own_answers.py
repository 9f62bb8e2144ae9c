"""“See my answers”: before Finish, on the device that gave them, and nowhere after."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from surveys.queries.own_answers import own_answers
from surveys.views import device
from surveys.views.closed import not_on_this_device, nothing_changed
from surveys.views.pages import answering_page, for_young_people


@for_young_people
def answers(request: HttpRequest) -> HttpResponse:
    """Show everything answered until now, to read or print; only when a button asks.

    Opened by its address alone it shows nothing of them: a history that is walked
    through shows no answers unless somebody asks again.
    """
    response = device.response_on(request)
    asked = request.method == "POST"
    if response is None:
        return (nothing_changed if asked else not_on_this_device)(request)
    if asked and request.POST.get("response", "") != str(response.pk):
        return nothing_changed(request)
    with translation.override(response.language):
        told = own_answers(response) if asked else []
    return answering_page(
        request,
        "surveys/own_answers.html",
        {
            "response": response,
            "age_band": response.age_band,
            "is_asked": asked,
            "told": told,
        },
        language=response.language,
        shows=["copy"],
    )
