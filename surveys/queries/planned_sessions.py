"""Reads of planned sessions: what comes, what was held, what waits for its notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext

from surveys.enums import Kept, NoteState
from surveys.models import PlannedSession, RetentionRun, SessionNote, Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.models import User

# What a group said is still fresh; then the desk asks for it, kindly.
NOTES_AFTER = timedelta(days=3)


@dataclass(slots=True)
class Planned:
    """The sessions of a survey as its workers see them."""

    coming: list[PlannedSession] = field(default_factory=list)
    held: list[tuple[PlannedSession, SessionNote | None, bool]] = field(
        default_factory=list
    )
    cancelled: list[PlannedSession] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was ever planned."""
        return not (self.coming or self.held or self.cancelled)


def planned_of(survey: Survey, *, at: datetime) -> Planned:
    """Return a survey's sessions: coming the next first, the others the newest first.

    Each that was held with its note, if one stands, and whether notes should be there
    by now. Three queries.
    """
    found = Planned()
    standing = SessionNote.objects.exclude(state=NoteState.TAKEN_BACK)
    rows = survey.planned_sessions.select_related("held_by").prefetch_related(
        Prefetch("notes", standing.order_by("begun_at"), to_attr="stand"), "moves"
    )
    today = timezone.localdate(at)
    for row in rows:
        if row.is_cancelled:
            found.cancelled.insert(0, row)
        elif row.is_over(at=at):
            note = next(iter(row.stand), None)
            is_due = note is None and row.held_on + NOTES_AFTER <= today
            found.held.insert(0, (row, note, is_due))
        else:
            found.coming.append(row)
    return found


def to_write_up(survey: Survey) -> QuerySet[PlannedSession]:
    """Return the sessions of a survey that could have taken place, newest first."""
    return survey.planned_sessions.filter(
        cancelled_at=None, held_on__lte=timezone.localdate()
    ).order_by("-held_on", "-starts_at")


def ids_to_write_up(survey: Survey) -> set[UUID]:
    """Return the ids of the same."""
    return set(to_write_up(survey).values_list("pk", flat=True))


def without_notes(
    of: Iterable[int] | QuerySet[Survey], *, on: date
) -> QuerySet[PlannedSession]:
    """Return the sessions held by the day `on`, of surveys `of`, that nobody wrote up.

    None of a survey whose words were destroyed on their day: nothing can be written.
    """
    notes = SessionNote.objects.exclude(state=NoteState.TAKEN_BACK)
    destroyed = RetentionRun.objects.filter(kind=Kept.WORDS, key_destroyed=True)
    return PlannedSession.objects.filter(
        ~Exists(notes.filter(planned=OuterRef("pk"))),
        ~Exists(destroyed.filter(survey=OuterRef("survey"))),
        survey__in=of,
        cancelled_at=None,
        held_on__lte=on,
    )


def sessions_that_wait(user: User) -> str:
    """Return, in words, how many sessions of a worker's surveys have no notes yet."""
    day = timezone.localdate() - NOTES_AFTER
    number = without_notes(surveys_run_by(user).order_by(), on=day).count()
    if not number:
        return ""
    return ngettext(
        "%(number)d session has no notes yet",
        "%(number)d sessions have no notes yet",
        number,
    ) % {"number": number}


def planned_named(session: PlannedSession) -> str:
    """Return the day of a session and what it is called, as staff say it."""
    return f"{date_format(session.held_on, 'j F Y')}, {session.title}"
