"""Bringing a file as evidence, and opening it: each is written down."""

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from voice.audit.domain.record import record
from voice.statement.domain.placing import CannotCite, Citation, Spot, place_evidence
from voice.statement.enums import EvidenceKind, FileType, Stance
from voice.statement.logic.files import BadFile, Trouble, clean_file
from voice.statement.logic.frozen import file_cited
from voice.statement.models import Evidence, EvidenceFile

if TYPE_CHECKING:
    from voice.accounts.models import User

SENTENCES = {
    Trouble.EMPTY: _("The file is empty."),
    Trouble.TOO_LONG: _("The file is too large. It may be 10 MB, unpacked 20 MB."),
    Trouble.NOT_KNOWN: _(
        "That is not a file we can keep: PDF, Word (.docx), a picture (PNG, JPEG or "
        "WebP) or a table (CSV). Save it as one of these and try again."
    ),
    Trouble.BROKEN: _("The file is damaged or cut off. Open and save it once more."),
    Trouble.ACTS: _(
        "This file can do something when it is opened: it has a program, a form or "
        "another file in it, or fetches something. Print it to a new PDF and bring that."
    ),
    Trouble.LOCKED: _("The file needs a password. Bring one that opens without."),
    Trouble.MANY_DOTS: _("The picture has more than 20 million dots. Make it smaller."),
}


class FileRefused(CannotCite):
    """The file cannot be kept; the message is for people."""


@transaction.atomic
def cite_file(
    content: bytes,
    *,
    title: str,
    source: str,
    dated_on: date,
    shows: str,
    at: Spot,
    stance: Stance | str,
    by: "User",
) -> Evidence:
    """Keep a file, sealed, and return it as new evidence; raises CannotCite.

    A picture is drawn afresh and a table written anew, so that nothing hidden in them
    is kept; other files are kept as they came.
    """
    try:
        clean = clean_file(content)
    except BadFile as bad:
        raise FileRefused(SENTENCES[bad.trouble]) from None
    file = EvidenceFile(
        title=title,
        source=source,
        dated_on=dated_on,
        shows=shows,
        media_type=clean.type,
        size=len(clean.content),
        sha256=hashlib.sha256(clean.content).hexdigest(),
    )
    file.write(clean.content)
    file.save()
    frozen = file_cited(
        title=title,
        shows=shows,
        source=source,
        dated_on=dated_on.isoformat(),
        sha256=file.sha256,
    )
    citation = Citation(EvidenceKind.FILE, f"file:{file.pk}", frozen, file=file)
    return place_evidence(citation, at=at, stance=stance, by=by)


@transaction.atomic
def open_file(evidence: Evidence, *, by: "User") -> tuple[FileType, bytes]:
    """Return what the file of a piece of evidence is, and holds; written down.

    Raises EvidenceFile.DoesNotExist for evidence that is no file.
    """
    file = EvidenceFile.objects.get(evidence=evidence)
    record("statement.open_file", of=evidence, by=by)
    return FileType(file.media_type), file.read()
