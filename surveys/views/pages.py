"""How a young person's page is answered: in their language, kept by nobody."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate

from django.conf import settings
from django.forms import BaseForm
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache

from surveys.answering_style import (
    Style,
    answering_style,
    names_of,
    part_of_style,
)
from surveys.views.look_cookie import look_now, remember_look
from voice.council.models import AgeBand
from voice.council.queries.bands import reads_as
from voice.council.queries.help_lines import help_lines
from voice.council.queries.reading_times import reading_times
from voice.small import sent_small

# Between the two parts in layouts/answering_part.html; words on a page cannot hold it.
FOOT = "<!--foot-->"

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Ready(str):
    """Markup that a template made and escaped: another template takes it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself, as Django asks of text that is ready for a page."""
        return self


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
    with translation.override(language):
        page = render(
            request,
            template,
            _known(context, bands)
            | {
                "answering_style": _style(shows, context, language),
                "appears": look_now(request),
            },
            status=status,
        )
    page.headers["Content-Language"] = language
    return page


def answering_markup(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    language: str,
    shows: Iterable[str] = (),
) -> str:
    """Return what `answering_page` would send, as text."""
    with translation.override(language):
        return render_to_string(
            template,
            _known(context, None)
            | {
                "answering_style": _style(shows, context, language),
                "appears": look_now(request),
            },
            request,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """What of a page is its own: what stands in <main>, and at the foot."""

    main: str
    foot: str


def answering_part(
    request: HttpRequest, template: str, context: dict[str, Any], *, language: str
) -> Part:
    """Return what is its own of the page `template`, wholly in `language`."""
    with translation.override(language):
        markup = render_to_string(
            template,
            _known(context, None) | {"layout": "layouts/answering_part.html"},
            request,
        )
    main, _, foot = markup.partition(FOOT)
    return Part(Ready(main), Ready(foot))


def _known(context: dict[str, Any], bands: Iterable[AgeBand] | None) -> dict[str, Any]:
    """Return `context` with what pages of young people know beside it; all lazy."""
    age_band = context.get("age_band", "")
    return context | {
        "reads": SimpleLazyObject(lambda: reads_as(age_band, bands)),
        "help_lines": SimpleLazyObject(lambda: help_lines(age_band, bands)),
        "reading_times": SimpleLazyObject(lambda: reading_times(timezone.now())),
    }


def _style(shows: Iterable[str], context: dict[str, Any], language: str) -> Style:
    """Return the style of a page that `shows` these."""
    colour = context.get("colour", "")
    return answering_style(*shows, colour=colour, language=language)


def part_sent(
    address: str, part: Part, *, status: int = 200, shows: Iterable[str] = ()
) -> JsonResponse:
    """Return `part` for our own script, which puts it in the place of the last one.

    With it comes the style that not every page has.
    """
    styles = {name: part_of_style(name) for name in names_of(shows)}
    said = {
        "next": address,
        "page": part.main,
        "foot": part.foot,
        "styles": styles,
    }
    return JsonResponse(
        said | ({"refused": True} if status != HTTPStatus.OK else {}), status=status
    )


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

    return sent_small(never_cache(answered))


def errors_in(form: BaseForm) -> list[dict[str, Any]]:
    """Return what is wrong with a refused form, each with the way to its field."""
    return [
        {"href": f"#{form[name].auto_id}", "text": text}
        for name, texts in form.errors.items()
        for text in texts
    ]


def onward(request: HttpRequest, address: str) -> HttpResponse:
    """Return the way to the next page: a redirect, or its address for our own script."""
    if wants_json(request):
        return JsonResponse({"next": address})
    # Not Django's redirect: it would first look for a view of this name, among all.
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def wants_json(request: HttpRequest) -> bool:
    """Say whether our own script asks, rather than a browser."""
    return request.headers.get("Accept") == "application/json"
