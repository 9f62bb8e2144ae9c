"""Writes up a session: its statements are comments from the first saving on.

So they are screened and read at once, as an unfinished response is; only what was
sent is quoted or tagged. Staff write here, so each change is audited, without words.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from surveys.domain.statements import Photograph, Statement, Writing
from surveys.enums import NoteState
from surveys.models import Comment, SessionNote, Survey
from surveys.queries.editions import current_edition
from surveys.queries.planned_sessions import ids_to_write_up
from surveys.queries.session_notes import statements_of
from voice.audit.domain.record import record
from voice.council.domain.keys import KeyDestroyed

if TYPE_CHECKING:
    from voice.accounts.models import User


class CannotWriteUp(Exception):
    """A session cannot be written up so; nothing was changed."""

    sentence = gettext_lazy("This cannot be written up now. Nothing was changed.")


class NoteIsSent(CannotWriteUp):
    """What was sent to be read does not change any more."""

    sentence = gettext_lazy(
        "This was sent to be read meanwhile, or taken back. Nothing was changed."
    )


class NoteChanged(CannotWriteUp):
    """Somebody else saved it since this page was opened."""

    sentence = gettext_lazy(
        "Somebody saved this in another window since you opened it. What you typed is "
        "still on this page. Look at theirs before you save yours."
    )


class NothingHeard(CannotWriteUp):
    """There is no statement and no photograph in it."""

    sentence = gettext_lazy("Write down at least one thing that was said.")


class WordsAreOver(CannotWriteUp):
    """The time the survey keeps words is over, and their key is gone."""

    sentence = gettext_lazy(
        "The time for which this survey keeps what young people say is over. Nothing "
        "more can be written up."
    )


class NotPlannedSo(CannotWriteUp):
    """The planned session is not one of this survey that could have taken place."""

    sentence = gettext_lazy(
        "That planned session was cancelled, or is to come. Choose another, or none."
    )


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """When a session was and who was there, as SessionNote holds it; no names.

    `planned_id` names the planned session that it was, if it was planned.
    """

    held_on: date
    present: int
    age_bands: list[str]
    language: str
    label: str = ""
    helped_by: Sequence[str] = ()
    planned_id: UUID | None = None


@transaction.atomic
def save_note(
    survey: Survey,
    *,
    once: UUID,
    facts: SessionFacts,
    statements: Sequence[Statement],
    photograph: Photograph | None = None,
    gone: Collection[UUID] = (),
    version: int = 0,
    by: "User",
) -> SessionNote:
    """Save a draft with what it says now; `once` names it, so that twice is once.

    `version` is the one the page was opened with, 0 for a page that begins one.
    A statement without words is taken back, and so is what `gone` names. Raises CannotWriteUp of several kinds,
    and NoPhotograph.
    """
    note, is_new = _begun(survey, once, facts, by=by)
    if note.state != NoteState.DRAFT:
        raise NoteIsSent
    if not is_new:
        if note.version != version:
            raise NoteChanged
        for name, value in asdict(facts).items():
            setattr(note, name, list(value) if name == "helped_by" else value)
        note.version += 1
        note.save()
    writing = Writing(note)
    try:
        writing.write(statements)
        writing.take_back_named(gone)
        if photograph is not None:
            writing.add(photograph)
    except KeyDestroyed:
        raise WordsAreOver from None
    record(
        "surveys.save_session_note",
        of=note,
        by=by,
        survey=survey.pk,
        version=note.version,
        statements=statements_of(note).count(),
    )
    return note


@transaction.atomic
def send_note(note: SessionNote, *, by: "User") -> SessionNote:
    """Send a draft to be read, for good; sending twice is sending once.

    Raises NothingHeard, NoteIsSent for one that was taken back.
    """
    row = SessionNote.objects.select_for_update().get(pk=note.pk)
    if row.state == NoteState.DRAFT:
        if not statements_of(row).exists():
            raise NothingHeard
        row.state, row.sent_at = NoteState.SENT, timezone.now()
        row.save(update_fields=("state", "sent_at"))
        record("surveys.send_session_note", of=row, by=by, survey=row.survey_id)
    elif row.state != NoteState.SENT:
        raise NoteIsSent
    note.state, note.sent_at = row.state, row.sent_at
    return row


@transaction.atomic
def take_back_note(note: SessionNote, *, by: "User") -> SessionNote:
    """Take a whole note back: its words are read for safety, and for nothing else."""
    row = SessionNote.objects.select_for_update().get(pk=note.pk)
    if row.state not in {NoteState.DRAFT, NoteState.SENT}:
        raise NoteIsSent
    Writing(row).take_back(list(statements_of(row)))
    row.state = NoteState.TAKEN_BACK
    row.save(update_fields=("state",))
    record("surveys.take_back_session_note", of=row, by=by, survey=row.survey_id)
    note.state = row.state
    return row


@transaction.atomic
def take_back_statement(comment: Comment, *, by: "User") -> None:
    """Take back one statement that was sent; twice is once.

    Issued releases keep what they quote. Raises NoteIsSent for one kept no longer.
    """
    notes = SessionNote.objects.select_for_update(of=("self",))
    note = notes.filter(statements=comment).get()
    if note.state != NoteState.SENT:
        raise NoteIsSent
    row = statements_of(note).filter(pk=comment.pk).first()
    if row is not None:
        Writing(note).take_back([row])
        record("surveys.take_back_statement", of=row, by=by, session_note=note.pk)


def _begun(
    survey: Survey, once: UUID, facts: SessionFacts, *, by: "User"
) -> tuple[SessionNote, bool]:
    """Return the note `once` names, held; begun now if there is none yet."""
    edition = current_edition(survey)
    if edition is None:
        raise CannotWriteUp
    if facts.planned_id and facts.planned_id not in ids_to_write_up(survey):
        raise NotPlannedSo
    note, is_new = SessionNote.objects.select_for_update().get_or_create(
        pk=once,
        defaults={
            "survey": survey,
            "edition": edition,
            "written_by": by,
            **asdict(facts),
            "helped_by": list(facts.helped_by),
        },
    )
    if note.survey_id != survey.pk:
        raise CannotWriteUp
    return note, is_new
