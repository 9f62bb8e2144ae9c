"""Floods are throttled kindly: by device and all together, never by address.

Counted in the memory of each process, so that nothing of it is written down. Over a
ceiling the page says to wait, with who helps now, and gives back all that was typed; our
own script waits and sends again by itself, and a page on which nothing was typed asks
again by itself. It asks nothing of the database, which may be what is slow. The way out
and help are under no ceiling.
"""

import secrets
import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from surveys.logic.ceilings import Ceiling, Ceilings
from surveys.views.device import capability_on
from surveys.views.pages import answering_page
from voice.council.models import Council

TOO_MANY = 429
# A page asks again after so many seconds at least, and not all pages at once.
PATIENT, SPREAD = 10, 10
# The forgery token is made anew on the page that gives back the rest.
NOT_GIVEN_BACK = {"csrfmiddlewaretoken"}

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _ceilings() -> Ceilings:
    """Return full buckets under the ceilings of the settings."""
    return Ceilings(
        each=Ceiling(settings.DEVICE_AT_ONCE, settings.DEVICE_A_SECOND),
        together=Ceiling(settings.ANSWERING_AT_ONCE, settings.ANSWERING_A_SECOND),
    )


class _Counted:
    """The ceilings of this process."""

    ceilings = _ceilings()


def under_ceilings[**P](view: View[P]) -> View[P]:
    """Answer with the page that asks to wait, where a ceiling is reached."""

    @wraps(view)
    def answered(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        seconds = _Counted.ceilings.refuses(
            capability_on(request), now=time.monotonic()
        )
        return _wait(request, seconds) if seconds else view(request, *args, **kwargs)

    return answered


def forget_counts() -> None:
    """Begin to count anew, under the ceilings as they are set now; for tests."""
    _Counted.ceilings = _ceilings()


def _wait(request: HttpRequest, seconds: int) -> HttpResponse:
    """Ask to wait; what was typed stays on the page, to be sent again."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_GIVEN_BACK
        for value in values
    ]
    page = answering_page(
        request,
        "surveys/wait.html",
        {
            "fields": fields,
            "sent": request.method == "POST",
            # The house's own colour: the council's would have to be asked for.
            "council": Council(),
        },
        language=translation.get_language_from_request(request),
        status=TOO_MANY,
    )
    page.headers["Retry-After"] = str(seconds)
    if request.method == "GET":
        again = max(seconds, PATIENT) + secrets.randbelow(SPREAD)
        page.headers["Refresh"] = str(again)
    return page
