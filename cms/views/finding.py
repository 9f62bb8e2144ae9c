"""Looks for words among the public pages."""

import unicodedata

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.domain.site import site_languages
from cms.finding import pages_found
from cms.forms import FindForm
from cms.frame import around_view

A_PAGE = 10


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Show the pages that hold the words `q`, ten at a time.

    What somebody looks for is kept nowhere, and stands in no title and so in no list
    of pages visited.
    """
    form = FindForm({"q": _typed(request)} if "q" in request.GET else None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = pages_found(words, language=str(get_language())) if words else []
    kept = urlencode({"q": words}) if words else ""
    here = request.path
    facts = {
        "form": form,
        "words": words,
        "found": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "finding": True,
        "query": f"{kept}&" if kept else "",
        **around_view(
            request,
            title=_("Search"),
            address=lambda code: (
                _in_language(here, code) + (f"?{kept}" if kept else "")
            ),
            languages=site_languages(),
        ),
        # Each search is its own page to a machine, and none is worth keeping.
        "canonical": "",
    }
    return render(request, "cms/find.html", facts)


def _typed(request: HttpRequest) -> str:
    """Return what was typed, without what no keyboard types and no page may hold."""
    return "".join(
        " " if unicodedata.category(one) == "Cc" else one for one in request.GET["q"]
    )


def _in_language(path: str, code: str) -> str:
    """Return `path`, which begins with a language, in another."""
    return "/".join(["", code, *path.split("/")[2:]])
