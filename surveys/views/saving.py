"""“Save and come back later”: a code, shown once, and this device forgets the questions."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from surveys.domain.answering import ResponseIsClosed
from surveys.domain.coming_back import closing_of, save_for_later
from surveys.models import Response
from surveys.views import device
from surveys.views.closed import not_on_this_device, nothing_changed
from surveys.views.going_on import address_to_go_on
from surveys.views.pages import answering_page, for_young_people


@for_young_people
def save(request: HttpRequest) -> HttpResponse:
    """Show what saving means; posted, show the code once and forget the draft here.

    The code is in this one page and nowhere else. A page lost on the way can be asked
    for again for two minutes, which gives another code.
    """
    response = device.response_on(request)
    if response is None:
        return (nothing_changed if request.method == "POST" else not_on_this_device)(
            request
        )
    until = _until(response)
    if request.method != "POST":
        return _page(
            request,
            response,
            "surveys/save.html",
            until=until,
            back=address_to_go_on(response),
        )
    if request.POST.get("response", "") != str(response.pk):
        return nothing_changed(request)
    try:
        code = save_for_later(response, lasts=until - timezone.now())
    except ResponseIsClosed:
        return nothing_changed(request)
    page = _page(
        request,
        response,
        "surveys/saved.html",
        until=until,
        code=code,
        typed_at=request.get_host() + reverse("surveys:code"),
    )
    device.forget(page)
    return page


def _until(response: Response) -> datetime:
    """Return the end of the last day on which the draft can be gone on with."""
    day = timezone.localdate() + timedelta(days=settings.RETURN_CODE_DAYS + 1)
    midnight = timezone.make_aware(datetime.combine(day, time.min))
    return min(midnight, closing_of(response))


def _page(
    request: HttpRequest,
    response: Response,
    template: str,
    *,
    until: datetime,
    **context: str,
) -> HttpResponse:
    """Return a page of saving, with the last day said."""
    last_day = timezone.localdate(until - timedelta(seconds=1))
    return answering_page(
        request,
        template,
        {
            "response": response,
            "age_band": response.age_band,
            "last_day": last_day,
            **context,
        },
        language=response.language,
        shows=["code"],
    )
