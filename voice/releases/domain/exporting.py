"""Asks for, makes, takes and destroys the file of all counted answers of a survey.

Each file has a key of its own, which is destroyed with it, so that no backup brings it
back. When somebody takes their answers back, or a kept comment is kept no longer, every
file of the survey goes at once.
"""

import zlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from surveys.enums import Kept
from surveys.models import Response, Survey
from surveys.queries.retention import last_day
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.keys import (
    destroy_key,
    key_is_there,
    open_content,
    seal_content,
)
from voice.council.enums import KeyPurpose
from voice.moderation.models import Reading
from voice.releases.enums import ExportState
from voice.releases.export_asked import export_asked
from voice.releases.models import Export, ExportPart
from voice.releases.queries.answers import AnswersOut, Lines

KEPT_FOR = timedelta(hours=24)
# A worker that wrote nothing for so long is dead; how often it is tried in all.
SILENT = timedelta(minutes=5)
MOST_ATTEMPTS = 3
# Quick rather than small: the lines are pressed while somebody waits.
PRESSED = 1
# How many comments one entry of the audit names.
IN_AN_ENTRY = 500
IN_HAND = sorted(state.value for state in ExportState.in_hand())
STANDING = sorted(state.value for state in ExportState.standing())


class AlreadyInHand(Exception):
    """This person's file of this survey is being made already."""

    def __init__(self) -> None:
        super().__init__(_("Your file is being made already. Wait for that one."))


class NotThere(Exception):
    """The file is not ready, or was destroyed."""

    def __init__(self) -> None:
        super().__init__(_("This file is not there any more. Ask for it again."))


@transaction.atomic
def ask_export(survey: Survey, *, why: str, by: User) -> Export:
    """Ask for the file of all counted answers of a survey; raises AlreadyInHand."""
    Survey.objects.select_for_update().get(pk=survey.pk)
    if Export.objects.filter(survey=survey, by=by, state__in=IN_HAND).exists():
        raise AlreadyInHand
    export = Export.objects.create(
        survey=survey, by=by, why=why, language=translation.get_language() or "en"
    )
    record("releases.ask_export", of=export, by=by, survey=survey.pk)
    # In the same transaction: where the queue is the database, neither is lost alone.
    export_asked(export.pk)
    return export


def make_export(export_id: int) -> None:
    """Make the file, some lines at a time; nothing when it is not wanted any more.

    Each batch is kept in a transaction of its own, with how far it is. Whoever begins
    it anew, or destroys it, stops this one at its next batch.
    """
    export = _begun(export_id)
    if export is None:
        return
    on = timezone.localdate()
    with translation.override(export.language):
        answers = AnswersOut(export.survey, on=on)
        first = Lines(answers.header(), 0, [])
        if not _kept(export, 0, first, all_of_them=answers.total):
            return
        for number, lines in enumerate(answers.batches(), 1):
            if not _kept(export, number, lines):
                return
    _finish(export)


@transaction.atomic
def _begun(export_id: int) -> Export | None:
    """Return an export that waits, now being made; None when there is none."""
    rows = Export.objects.select_for_update(of=("self",)).filter(
        pk=export_id, state=ExportState.WAITING
    )
    export = rows.select_related("survey", "by").first()
    if export is None:
        return None
    export.parts.all().delete()
    export.state, export.touched_at = ExportState.MAKING, timezone.now()
    export.attempt += 1
    export.rows_done = 0
    export.save(update_fields=("state", "touched_at", "attempt", "rows_done"))
    return export


@transaction.atomic
def _kept(
    export: Export, number: int, lines: Lines, *, all_of_them: int | None = None
) -> bool:
    """Seal and keep a part with how far it is; False when this is to be made no more."""
    mine = Export.objects.filter(
        pk=export.pk, state=ExportState.MAKING, attempt=export.attempt
    )
    done = {
        "rows_done": F("rows_done") + lines.responses,
        "touched_at": timezone.now(),
    }
    if all_of_them is not None:
        done["rows_all"] = all_of_them
    if not mine.update(**done):
        return False
    part = ExportPart(export=export, number=number)
    part.sealed_lines = seal_content(
        zlib.compress(lines.content, PRESSED),
        owner=export.key_owner(),
        purpose=KeyPurpose.KEPT,
        bound_to=part.place(),
    )
    part.save(force_insert=True)
    for at in range(0, len(lines.comments), IN_AN_ENTRY):
        record(
            "releases.export_comments",
            of=export,
            by=export.by,
            comments=lines.comments[at : at + IN_AN_ENTRY],
        )
    return True


@transaction.atomic
def _finish(export: Export) -> None:
    """Let it be taken until tomorrow, and never longer than answers are kept."""
    now = timezone.now()
    over = timezone.make_aware(
        datetime.combine(last_day(export.survey, Kept.RESPONSES), time.max)
    )
    mine = Export.objects.filter(
        pk=export.pk, state=ExportState.MAKING, attempt=export.attempt
    )
    mine.update(
        state=ExportState.READY,
        touched_at=now,
        expires_at=min(now + KEPT_FOR, over),
        rows_all=F("rows_done"),
    )


@transaction.atomic
def take_export(export: Export, *, by: User) -> Iterator[bytes]:
    """Write down that `by` takes the file, and return what is in it, part by part.

    Raises NotThere when it is not ready, or its time is over.
    """
    found = Export.objects.select_for_update().filter(
        pk=export.pk, state=ExportState.READY, expires_at__gt=timezone.now()
    )
    row = found.first()
    if row is None:
        raise NotThere
    record(
        "releases.take_export",
        of=row,
        by=by,
        survey=row.survey_id,
        responses=row.rows_done,
    )
    return _parts(row)


def _parts(export: Export) -> Iterator[bytes]:
    """Yield the opened parts, one in memory at a time."""
    for number in list(
        export.parts.order_by("number").values_list("number", flat=True)
    ):
        part = ExportPart.objects.get(export=export, number=number)
        opened = open_content(
            part.sealed_lines,
            owner=export.key_owner(),
            purpose=KeyPurpose.KEPT,
            bound_to=part.place(),
        )
        yield zlib.decompress(opened)


@transaction.atomic
def drop_export(export: Export, *, by: User) -> None:
    """Destroy a file at once; raises NotThere when it is gone already."""
    row = Export.objects.select_for_update().get(pk=export.pk)
    if row.state not in ExportState.standing():
        raise NotThere
    _end(row, ExportState.DROPPED, by=by)


def _end(row: Export, state: ExportState, *, by: User | None) -> None:
    """Destroy what is in an export, with its key; inside the caller's transaction."""
    row.parts.all().delete()
    if key_is_there(owner=row.key_owner(), purpose=KeyPurpose.KEPT):
        destroy_key(owner=row.key_owner(), purpose=KeyPurpose.KEPT)
    row.state, row.ended_at = state, timezone.now()
    row.save(update_fields=("state", "ended_at"))
    record(f"releases.end_export_{state}", of=row, by=by, survey=row.survey_id)


@transaction.atomic
def answers_left(survey_id: int) -> int:
    """Destroy every file of a survey, since some of what it holds was taken back."""
    rows = Export.objects.select_for_update().filter(
        survey=survey_id, state__in=STANDING
    )
    found = list(rows.order_by("pk"))
    for row in found:
        _end(row, ExportState.OUT_OF_DATE, by=None)
    return len(found)


def response_left(response: Response) -> None:
    """Destroy every file of a response's survey; registered with surveys.leaving."""
    answers_left(response.edition.survey_id)


def words_dropped(reading: Reading, by: User | None) -> None:
    """Destroy every file of a comment's survey; registered with kept_dropped.

    Not when the young person says something else: they have not finished, and nothing
    of theirs is in any file.
    """
    if by is not None:
        answers_left(reading.comment.survey_id)


def end_exports(now: datetime) -> list[str]:
    """Destroy files whose time is over, and give up on what never gets made."""
    said = []
    over = Export.objects.select_for_update().filter(
        state=ExportState.READY, expires_at__lte=now
    )
    ended = list(over.order_by("pk"))
    for row in ended:
        _end(row, ExportState.EXPIRED, by=None)
    if ended:
        said.append(f"Exports: {len(ended)} destroyed, their time was over.")
    hopeless = Export.objects.select_for_update().filter(
        state__in=IN_HAND, touched_at__lt=now - SILENT, attempt__gte=MOST_ATTEMPTS
    )
    for row in hopeless.order_by("pk"):
        _end(row, ExportState.FAILED, by=None)
        said.append(f"Exports: number {row.pk} could not be made.")
    return said


@transaction.atomic
def wait_again(export_id: int) -> None:
    """Let an export that failed half way be begun anew: by run_due, once it is silent."""
    Export.objects.filter(pk=export_id, state=ExportState.MAKING).update(
        state=ExportState.WAITING, touched_at=timezone.now()
    )


@transaction.atomic
def silent_exports(now: datetime) -> list[int]:
    """Return the exports nobody makes any more, waiting to be made anew."""
    rows = Export.objects.select_for_update().filter(
        state__in=IN_HAND, touched_at__lt=now - SILENT, attempt__lt=MOST_ATTEMPTS
    )
    found = list(rows.order_by("pk").values_list("pk", flat=True))
    Export.objects.filter(pk__in=found).update(
        state=ExportState.WAITING, touched_at=now
    )
    return found
