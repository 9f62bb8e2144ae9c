"""What moved since the board's last meeting: actions, measures and what was said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from voice.briefings.models import Meeting
from voice.briefings.queries.since_said import Said, said_since
from voice.statement.enums import ActionStatus
from voice.statement.models import (
    Action,
    ActionNote,
    Evidence,
    KeyTheme,
    MeasureReading,
)


@dataclass(frozen=True, slots=True)
class ActionMoved:
    """An action that stands otherwise than at the last meeting."""

    action: Action
    was: ActionStatus
    now: ActionStatus


@dataclass(frozen=True, slots=True)
class MeasureMoved:
    """What a measure reads now, and what it read when the board last met."""

    reading: MeasureReading
    was: str

    @property
    def is_same(self) -> bool:
        """Say whether it was read again and reads the same."""
        return self.reading.value == self.was


@dataclass(frozen=True, slots=True)
class Since:
    """Everything that moved since `meeting`."""

    meeting: Meeting
    said: list[Said]
    measures: list[MeasureMoved]
    actions: list[ActionMoved]
    withdrawn: list[Action]

    @property
    def is_quiet(self) -> bool:
        """Say whether nothing moved at all."""
        return not (self.said or self.measures or self.actions or self.withdrawn)


def with_status_then(
    actions: QuerySet[Action], last: Meeting | None
) -> QuerySet[Action]:
    """Return actions that know how they stood when the board last met (`status_then`).

    And whether anybody has said since how they stand (`said_since`).
    """
    notes = ActionNote.objects.filter(action=OuterRef("pk"))
    begins = _begins(last.on if last else timezone.localdate())
    then = notes.filter(at__lt=begins).order_by("-at", "-id").values("status")[:1]
    return actions.annotate(
        status_then=Subquery(then), said_since=Exists(notes.filter(at__gte=begins))
    )


def since_last(
    last: Meeting | None,
    *,
    actions: Iterable[Action],
    evidence: Iterable[Evidence],
    readings: Iterable[MeasureReading],
) -> Since | None:
    """Return what moved since the board last met; None before its first meeting.

    `actions` were read through with_status_then, `readings` are theirs, the newest
    first. What moved on the day of the meeting itself counts as since. At most three
    queries.
    """
    if last is None:
        return None
    actions, begins = list(actions), _begins(last.on)
    return Since(
        meeting=last,
        said=said_since(evidence, since=last.on),
        measures=_measures_moved(readings, last.on),
        actions=[one for one in map(_moved, actions) if one is not None],
        withdrawn=[
            one for one in actions if one.withdrawn_at and one.withdrawn_at >= begins
        ],
    )


def readings_of(key_themes: Iterable[KeyTheme]) -> list[MeasureReading]:
    """Return what the measures under key themes read, the newest first; one query."""
    found = MeasureReading.objects.filter(
        measure__action__area__key_theme__in=list(key_themes),
        measure__action__withdrawn_at=None,
    )
    return list(found.select_related("measure__action__area").order_by("-on", "-id"))


def _moved(action: Action) -> ActionMoved | None:
    """Return how an action moved; None when nobody said so, or it stands as it stood."""
    if action.is_withdrawn or not action.said_since:  # type: ignore[attr-defined]
        return None
    then = action.status_then or ActionStatus.NOT_STARTED  # type: ignore[attr-defined]
    was, now = ActionStatus(then), ActionStatus(action.status)
    return None if was == now else ActionMoved(action, was, now)


def _measures_moved(
    readings: Iterable[MeasureReading], since: date
) -> list[MeasureMoved]:
    """Return each measure that was read since, with what it read before."""
    by_measure: dict[int, list[MeasureReading]] = {}
    for reading in readings:
        by_measure.setdefault(reading.measure_id, []).append(reading)
    found = []
    for read in by_measure.values():
        if read[0].on >= since:
            before = next((one.value for one in read if one.on < since), None)
            start = read[0].measure.baseline
            found.append(MeasureMoved(read[0], start if before is None else before))
    return found


def _begins(day: date) -> datetime:
    """Return the beginning of a day by local time."""
    return datetime.combine(day, time(), timezone.get_current_timezone())
