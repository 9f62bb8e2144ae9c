"""A codebook as a file."""

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.languages import language_name
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.logic.codebook_xlsx import write_xlsx
from voice.themes.logic.refi_qdc import write_qdc
from voice.themes.models import Codebook
from voice.themes.queries.exchange import codebook_file

KINDS = {
    "qdc": "application/xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@transaction.atomic
def take_out_codebook(codebook: Codebook, kind: str, *, by: User) -> bytes:
    """Return the codebook as a file of a kind in `KINDS`; the audit keeps that it left."""
    book = codebook_file(codebook)
    record("themes.take_out_codebook", of=codebook, by=by, kind=kind)
    return write_qdc(book) if kind == "qdc" else write_xlsx(book, _headings(), _worded)


def _worded(language: str) -> tuple[str, str]:
    """Return the headings of the two columns of a language."""
    name = {"language": language_name(language)}
    return (
        _("Sentence in %(language)s") % name,
        _("The words in %(language)s were written for") % name,
    )


def _headings() -> list[str]:
    """Return the headings of the spreadsheet's columns."""
    return [
        _("Name"),
        _("Part of"),
        _("Sentence"),
        _("Include when"),
        _("Exclude when"),
        _("Example"),
        _("Colour"),
        _("State"),
        _("Heard from few, kept"),
        _("Kind"),
        _("Do not change"),
    ]
