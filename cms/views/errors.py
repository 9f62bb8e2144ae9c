"""Pages for what is missing, closed or broken; each has help lines and a way on."""

from http import HTTPStatus

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_path

from cms.frame import around_view, homes_elsewhere
from voice.council.models import Council
from voice.council.queries.help_lines import HelpLines, help_lines
from voice.languages import STAFF_ROOMS


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404: what might have happened, a search, and the way home in each language."""
    return _told(request, "404.html", HTTPStatus.NOT_FOUND)


def not_for_you(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403: the page is for somebody else."""
    return _told(request, "403.html", HTTPStatus.FORBIDDEN)


def _told(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Draw a page with the menu, in the language of the address."""
    is_staff_room = request.path.startswith(STAFF_ROOMS)
    facts = {
        "is_staff_room": is_staff_room,
        "languages_of_page": [] if is_staff_room else homes_elsewhere(request),
    }
    return render(request, template, around_view(request) | facts, status=status)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer 500 in the language of the address, whatever else is broken.

    The council's own help lines are added where the database still answers.
    """
    language = (
        get_language_from_path(request.path) or translation.get_language() or "en"
    )
    with translation.override(language):
        facts = _what_still_answers() | {
            "LANGUAGE_CODE": language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "home_url": f"/{language}/",
        }
        page = render_to_string("500.html", facts)
    return HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _what_still_answers() -> dict[str, object]:
    """Return the council and its help lines; nothing when they cannot be read."""
    try:
        return {
            "council": Council.objects.first() or Council(),
            "help_lines": help_lines(),
        }
    except Error:
        return {"council": "Voice", "help_lines": HelpLines([])}
