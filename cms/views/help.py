"""Who to turn to now, even when the database is down."""

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.frame import around_view
from cms.models import HelpPage
from voice.council.models import Council
from voice.council.queries.help_lines import HelpLines, help_lines


def _address(code: str) -> str:
    """Return the address of this page in the language `code`."""
    return f"?in={code}"


def _what_answers(request: HttpRequest) -> dict[str, object]:
    """Return the council, its help lines and the menu, or plain words without them.

    Nothing more is asked of a database that did not answer the first question.
    """
    try:
        return {
            "council": Council.objects.first() or Council(),
            "help_lines": help_lines(),
            **around_view(request, title=_("Help now"), address=_address),
            **_where_it_is_found(request),
        }
    except Error:
        here = get_language()
        return {
            "council": "Voice",
            "help_lines": HelpLines([]),
            "home_url": "/",
            "languages_of_page": [
                {"code": code, "name": name, "url": _address(code)}
                for code, name in settings.LANGUAGES
                if code != here
            ],
        }


def _where_it_is_found(request: HttpRequest) -> dict[str, object]:
    """Return the address by which search engines know this: that of the site's page.

    This one says the same, and is there to answer when no page can.
    """
    pages = HelpPage.objects.live().filter(locale__language_code=get_language())
    page = pages.first()
    url = page.get_url(request) if page else None
    return {
        "canonical": request.build_absolute_uri(url) if url else "",
        "alternates": [],
    }


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Show 999, Childline and the council's lines; `?in=ur` chooses the language.

    Asks nothing of the session, and nothing of the database it cannot do without.
    """
    language = request.GET.get("in", "")
    known = dict(settings.LANGUAGES)
    with translation.override(language if language in known else get_language()):
        facts = _what_answers(request) | {
            "LANGUAGE_CODE": get_language() or settings.LANGUAGE_CODE,
            "direction": "rtl" if get_language_bidi() else "ltr",
            "messages": [],
            "user": None,
        }
        return render(request, "cms/help_now.html", facts)
