"""Reads what every page of the desk must say loudly; one query."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, CharField, F, Min, Value, When

from voice.accounts.models import User
from voice.council.alarm_places import place_of
from voice.council.enums import AlarmKind, Pulse
from voice.council.logic.pulse import has_stopped, minutes_since
from voice.council.models import Heartbeat
from voice.council.queries.alarms import alarms_of

BEATS, FAILS, COUNTS, GIVES_UP = "beats", "fails", "counts", "gives up"
TASKS_GIVEN_UP = "tasks that were given up"
"""The due work that fails for as long as tasks are given up."""


@dataclass(frozen=True)
class OpenAlarm:
    """Alarms of one kind on somebody's own desk."""

    kind: AlarmKind
    since: datetime
    place: str


@dataclass(frozen=True)
class Watch:
    """What is loud on the desk now: a heart that stopped, work that fails, alarms.

    `gave_up`: all that fails is a task that was tried often enough.
    `counts_late`: nothing counts every few seconds any more; run_due does, each minute.
    """

    has_stopped: bool
    minutes: int | None
    fails: bool
    gave_up: bool
    counts_late: bool
    alarms: list[OpenAlarm]


def watch(user: User, *, now: datetime) -> Watch:
    """Return what `user` must be told on every page of the desk; one query."""
    pulse = Case(
        When(of=Pulse.COUNTING, then=Value(COUNTS)),
        When(failed=[], then=Value(BEATS)),
        When(failed=[TASKS_GIVEN_UP], then=Value(GIVES_UP)),
        default=Value(FAILS),
        output_field=CharField(),
    )
    beat = Heartbeat.objects.annotate(what=pulse).values_list("what", "at")
    mine = alarms_of(user).order_by().values("kind")
    mine = mine.annotate(since=Min("raised_at")).values_list(F("kind"), F("since"))
    found = dict(beat.union(mine, all=True))
    at = found.pop(BEATS, None)
    failed_at = found.pop(FAILS, None)
    gave_up_at = found.pop(GIVES_UP, None)
    counted_at = found.pop(COUNTS, None)
    at = at or failed_at or gave_up_at
    kinds = [AlarmKind(kind) for kind in found]
    return Watch(
        has_stopped=has_stopped(at, now=now),
        minutes=minutes_since(at, now=now),
        fails=failed_at is not None,
        gave_up=gave_up_at is not None,
        counts_late=has_stopped(counted_at, now=now, of=Pulse.COUNTING),
        alarms=[
            OpenAlarm(kind, found[kind.value], place_of(kind, user))
            for kind in sorted(kinds, key=list(AlarmKind).index)
        ],
    )
