"""Everything that happened to an action, newest first."""

from dataclasses import dataclass
from datetime import datetime, time
from operator import attrgetter

from django.utils import timezone

from voice.statement.models import (
    Action,
    ActionChange,
    ActionNote,
    Evidence,
    MeasureReading,
)
from voice.statement.queries.evidence import every_evidence


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened; exactly one of the four is there, or none at the start.

    `before` is how the action stood before a note, empty for the first.
    """

    at: datetime
    note: ActionNote | None = None
    before: str = ""
    change: ActionChange | None = None
    reading: MeasureReading | None = None
    evidence: Evidence | None = None


def history_of(action: Action) -> list[Happened]:
    """Return what was said, read, cited and changed of an action; four queries."""
    notes = list(action.notes.select_related("by"))
    befores = [*(note.status for note in notes[1:]), ""][: len(notes)]
    happened = [
        *(
            Happened(note.at, note=note, before=before)
            for note, before in zip(notes, befores, strict=True)
        ),
        *(
            Happened(change.at, change=change)
            for change in action.changes.select_related("by")
        ),
        *(
            Happened(_noon(reading), reading=reading)
            for reading in MeasureReading.objects.filter(
                measure__action=action
            ).select_related("measure", "by")
        ),
        *(
            Happened(piece.added_at, evidence=piece)
            for piece in every_evidence().filter(action=action)
        ),
    ]
    return sorted(happened, key=attrgetter("at"), reverse=True)


def _noon(reading: MeasureReading) -> datetime:
    """Return the moment a reading is told at: the middle of its day."""
    return datetime.combine(reading.on, time(12), timezone.get_current_timezone())
