"""Sends a frozen paper as a file: kept, made at once, or being made behind."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

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


def sent(
    request: HttpRequest, paper: Paper, kind: PaperKind, *, name: str, back: str
) -> HttpResponse:
    """Return a frozen paper as a file: kept, made at once, or being made behind.

    `name` begins the file's name, `back` is the address of the paper's own page.
    """
    try:
        soon = is_soon_made(paper, kind)
        file = kept_file(paper, kind)
        if file.made is None and soon:
            file = make(file)
    except PaperNotMade as why:
        return not_made(request, why, back=back)
    if file.made is None:
        ask_for(file)
        file.refresh_from_db()
    if file.made is None:
        page = render(request, "briefings/file_soon.html", {"back": back}, status=202)
        page.headers["Refresh"] = str(AGAIN)
        return page
    return as_file(bytes(file.made), kind, name=name)


def as_file(made: bytes, kind: PaperKind, *, name: str) -> HttpResponse:
    """Return bytes under a name that tells what kind they are, and nothing else."""
    ending, content_type = TYPES.get(kind, PDF)
    page = HttpResponse(made, content_type=content_type)
    version = "" if kind.value == ending else f"-{kind.value}"
    called = f"{name}{version}.{ending}"
    page.headers["Content-Disposition"] = f'attachment; filename="{called}"'
    return page


def not_made(request: HttpRequest, why: PaperNotMade, *, back: str) -> HttpResponse:
    """Go back to the paper's own page, which says why and can be printed instead."""
    instead = _("Print this page instead.")
    messages.error(request, f"{why} {instead}")
    return redirect(back)
