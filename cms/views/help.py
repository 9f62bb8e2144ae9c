"""Who to turn to now, even when the database is down."""

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.http import require_safe

from voice.council.models import Council
from voice.council.queries.help_lines import HelpLines, help_lines


def _council_and_lines() -> tuple[object, HelpLines]:
    """Return the council and its help lines, or plain words when they cannot be read."""
    try:
        return Council.objects.first() or Council(), help_lines()
    except Error:
        return "Voice", HelpLines([])


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Show 999, Childline and the council's lines; `?in=ur` chooses the language.

    Asks nothing of the session, and nothing of the database it cannot do without.
    """
    council, lines = _council_and_lines()
    known = dict(settings.LANGUAGES)
    language = request.GET.get("in", "")
    with translation.override(language if language in known else get_language()):
        here = get_language() or settings.LANGUAGE_CODE
        facts = {
            "council": council,
            "help_lines": lines,
            "LANGUAGE_CODE": here,
            "direction": "rtl" if get_language_bidi() else "ltr",
            "languages_of_page": [
                {"code": code, "name": name, "url": f"?in={code}"}
                for code, name in settings.LANGUAGES
                if code != here
            ],
            "home_url": "/",
            "beside": [],
            "messages": [],
            "user": None,
        }
        return render(request, "cms/help_now.html", facts)
