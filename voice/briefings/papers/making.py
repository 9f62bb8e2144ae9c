"""Makes the file that was asked for, whichever kind it is."""

from voice.briefings.domain.files import keep_made
from voice.briefings.enums import PaperKind
from voice.briefings.logic.paper import Paper
from voice.briefings.models import PaperFile
from voice.briefings.papers.docx import docx_of
from voice.briefings.papers.pdf import needs_typesetter, pdf_of
from voice.briefings.papers.styles import Style

STYLES = {
    PaperKind.PDF: Style.STANDARD,
    PaperKind.LARGE_PRINT: Style.LARGE,
    PaperKind.EASY_READ: Style.EASY,
}
# A paper of so many blocks is set in about two seconds of one processor.
SHORT = 60


def make(file: PaperFile) -> PaperFile:
    """Make a file and keep it; raise PaperNotMade when that cannot be here."""
    return keep_made(file, bytes_of(file.paper, PaperKind(file.kind)))


def bytes_of(paper: Paper, kind: PaperKind) -> bytes:
    """Return a paper as a file; raise PaperNotMade when that cannot be here."""
    if kind is PaperKind.DOCX:
        return docx_of(paper)
    return pdf_of(paper, style=STYLES[kind])


def is_soon_made(paper: Paper, kind: PaperKind) -> bool:
    """Say whether a file takes so little that whoever asks can wait for it.

    Raises PaperNotMade where this machine makes no such file at all.
    """
    if kind is PaperKind.DOCX:
        return True
    needs_typesetter()
    return kind is PaperKind.EASY_READ or len(paper["blocks"]) <= SHORT
