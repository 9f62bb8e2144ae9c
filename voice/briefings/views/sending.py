"""Sends a frozen paper as a file: kept, made at once, or being made behind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from voice.briefings.domain.files import ask_for, kept_file
from voice.briefings.enums import PaperKind
from voice.briefings.logic.paper import Paper
from voice.briefings.papers.making import is_soon_made, make
from voice.briefings.papers.styles import PaperNotMade

TYPES = {
    PaperKind.DOCX: (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
}
PDF = ("pdf", "application/pdf")
# In how many seconds a page asks again for a file that is being made.
AGAIN = 4


def sent(request: HttpRequest, paper: Paper, kind: PaperKind) -> HttpResponse:
    """Return a frozen paper as a file: kept, made at once, or being made behind.

    Where this machine makes none, a page says why, and what to print instead.
    """
    try:
        soon = is_soon_made(paper, kind)
        file = kept_file(paper, kind)
        if file.made is None and soon:
            file = make(file)
    except PaperNotMade as why:
        return not_made(request, why)
    if file.made is None:
        ask_for(file)
        file.refresh_from_db()
    if file.made is None:
        page = render(request, "briefings/file_soon.html", status=202)
        page.headers["Refresh"] = str(AGAIN)
        return page
    return as_file(bytes(file.made), paper, kind)


def as_file(made: bytes, paper: Paper, kind: PaperKind) -> HttpResponse:
    """Return bytes under a name that tells the day and the kind alone."""
    ending, content_type = TYPES.get(kind, PDF)
    page = HttpResponse(made, content_type=content_type)
    version = "" if kind.value == ending else f"-{kind.value}"
    name = f"paper-{paper['date']}{version}.{ending}"
    page.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return page


def not_made(request: HttpRequest, why: PaperNotMade) -> HttpResponse:
    """Say that this machine makes no such file, and what to do instead."""
    context = {"why": str(why)}
    return render(request, "briefings/file_not_made.html", context, status=503)
