"""How a young person's page is answered: in their language, kept by nobody."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page

from surveys.answering_style import answering_style
from surveys.views.look_cookie import look_now, remember_look
from voice.council.models import AgeBand
from voice.council.queries.bands import reads_as
from voice.council.queries.help_lines import help_lines
from voice.council.queries.reading_times import reading_times

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def answering_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    language: str,
    status: int = 200,
    shows: Iterable[str] = (),
    bands: Iterable[AgeBand] | None = None,
) -> HttpResponse:
    """Return the page `template`, wholly in `language`.

    `shows` is what surveys.answering_style needs to know of it. How large it is, and who
    is said to help, goes by the context's `age_band`, where it has one; `bands` are the
    age bands, where they have been read.
    """
    age_band = context.get("age_band", "")
    with translation.override(language):
        page = render(
            request,
            template,
            context
            | {
                "answering_style": answering_style(*shows),
                "appears": look_now(request),
                "reads": SimpleLazyObject(lambda: reads_as(age_band, bands)),
                "help_lines": SimpleLazyObject(lambda: help_lines(age_band, bands)),
                "reading_times": SimpleLazyObject(
                    lambda: reading_times(timezone.now())
                ),
            },
            status=status,
        )
    page.headers["Content-Language"] = language
    return page


def for_young_people[**P](view: View[P]) -> View[P]:
    """Have no copy kept anywhere, and the page sent small (decision record 0006)."""

    @wraps(view)
    def answered(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        page = view(request, *args, **kwargs)
        page.headers["Cache-Control"] = "no-store"
        remember_look(page, request)
        if settings.CSRF_COOKIE_NAME in request.COOKIES:
            # Django renews this cookie with every form. A browser that sees a cookie
            # change drops the pages it could go back to, and words not yet sent
            # with them; that must happen on leaving and finishing, not on Help.
            request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
        return page

    return gzip_page(never_cache(answered))


def onward(request: HttpRequest, address: str) -> HttpResponse:
    """Return the way to the next page: a redirect, or its address for our own script."""
    if wants_json(request):
        return JsonResponse({"next": address})
    page = redirect(address)
    page.status_code = 303
    return page


def wants_json(request: HttpRequest) -> bool:
    """Say whether our own script asks, rather than a browser."""
    return request.headers.get("Accept") == "application/json"
