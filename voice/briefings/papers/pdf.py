"""A paper as tagged PDF (PDF/UA-1), the same bytes each time it is made."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Paper
from voice.briefings.papers.html import html_of
from voice.briefings.papers.styles import PaperNotMade, Style

if TYPE_CHECKING:
    from weasyprint import CSS

VARIANT = "pdf/ua-1"
SHEETS = ("css/tokens.css", "css/paper.css")


def pdf_of(paper: Paper, *, style: Style | str = Style.STANDARD) -> bytes:
    """Return a paper as PDF in a version; raise PaperNotMade when that cannot be."""
    return pdf_of_page(html_of(paper, style=style))


def pdf_of_page(html: str) -> bytes:
    """Return a whole HTML document as PDF in the style of papers.

    Only our own drawings (`ours:/img/….svg`) are brought in; anything else that the
    document names raises PaperNotMade, and so does a machine without WeasyPrint or
    Pango.
    """
    needs_typesetter()
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    from voice.briefings.papers.fetching import OURS, OnlyOurs
    from voice.briefings.papers.spoken import teach

    teach()
    page = HTML(string=html, base_url=OURS, url_fetcher=OnlyOurs())
    try:
        made = page.write_pdf(stylesheets=_sheets(), pdf_variant=VARIANT)
    except FatalURLFetchingError as refused:
        raise PaperNotMade(
            _("This paper names a picture that is not among ours.")
        ) from refused
    return bytes(made)


def needs_typesetter() -> None:
    """Raise PaperNotMade when this machine has no WeasyPrint, or no Pango for it."""
    try:
        import weasyprint  # noqa: F401
    except ImportError as missing:
        raise PaperNotMade(
            _("PDFs are not made here: the “papers” extra is not installed.")
        ) from missing
    except OSError as missing:
        raise PaperNotMade(
            _("PDFs are not made here: the server has no Pango, which sets letters.")
        ) from missing


def can_make_pdf() -> bool:
    """Say whether this machine can make PDFs."""
    try:
        needs_typesetter()
    except PaperNotMade:
        return False
    return True


@cache
def _sheets() -> "list[CSS]":
    """Return the sheets of papers, read once: tokens, papers, and a width a share."""
    from weasyprint import CSS

    files = [CSS(string=Path(str(finders.find(name))).read_text()) for name in SHEETS]
    widths = "".join(f"th.share-{n}::after {{ inline-size: {n}% }}" for n in range(101))
    return [*files, CSS(string=widths)]
