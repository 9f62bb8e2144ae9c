"""Asks for a file of a paper, and keeps it when it is made.

Taking a file out is audited where it is sent; making one tells nobody anything.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from voice.briefings.enums import PaperKind
from voice.briefings.file_asked import file_asked
from voice.briefings.logic.paper import Paper, hash_of
from voice.briefings.models import PaperFile

# Whoever made it may have been stopped: after this long it is asked for again.
PATIENCE = timedelta(minutes=2)


def kept_file(paper: Paper, kind: PaperKind) -> PaperFile:
    """Return the file of a paper as it is read now, made or not made yet."""
    return PaperFile.objects.get_or_create(
        digest=hash_of(paper),
        kind=kind,
        defaults={"paper": paper, "asked_at": timezone.now() - PATIENCE},
    )[0]


@transaction.atomic
def ask_for(file: PaperFile) -> None:
    """Have a file made behind, unless that was asked for a moment ago."""
    now = timezone.now()
    waiting = PaperFile.objects.filter(
        pk=file.pk, made=None, asked_at__lte=now - PATIENCE
    )
    if waiting.update(asked_at=now):
        file_asked(file.pk)


def keep_made(file: PaperFile, made: bytes) -> PaperFile:
    """Keep the bytes of a file; what was kept first stays."""
    PaperFile.objects.filter(pk=file.pk, made=None).update(
        made=made, made_at=timezone.now()
    )
    file.refresh_from_db()
    return file
