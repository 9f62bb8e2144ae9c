"""Reads what waits and for how long, and what was done in time; times and counts only."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min, QuerySet

from surveys.models import Survey
from voice.council.logic.duty import WorkingCalendar
from voice.council.queries.calendar import working_calendar
from voice.council.queries.settings import council_settings
from voice.moderation.enums import ConcernState, ReadingState
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.worries import worries_waiting

LOOKED_BACK = timedelta(days=30)
OPEN = sorted(state.value for state in ConcernState.open())
Pair = tuple[datetime, datetime | None]
Due = Callable[[datetime], datetime]


@dataclass(frozen=True)
class Clock:
    """How one clock stands: what waits, and what of a stretch of time was in time."""

    waiting: int
    overdue: int
    oldest_at: datetime | None
    in_time: int
    of: int

    @property
    def share(self) -> int | None:
        """Return the share in time, in whole per cent; None when there was nothing."""
        return round(100 * self.in_time / self.of) if self.of else None


@dataclass(frozen=True)
class Limits:
    """When each clock has run out, for a moment at which something arrived."""

    calendar: WorkingCalendar
    worry_hours: int
    comment_days: int
    concern_days: int

    def worry(self, at: datetime) -> datetime:
        """Return until when a possible worry must be read."""
        return self.calendar.add_working_time(at, timedelta(hours=self.worry_hours))

    def comment(self, at: datetime) -> datetime:
        """Return until when a comment must be read."""
        return self.calendar.add_working_days(at, self.comment_days)

    def concern(self, at: datetime) -> datetime:
        """Return until when a concern must be decided."""
        return self.calendar.add_working_days(at, self.concern_days)


def limits() -> Limits:
    """Return the clocks' limits as the council has set them."""
    council = council_settings()
    return Limits(
        working_calendar(),
        council.worry_hours,
        council.comment_days,
        council.concern_days,
    )


def worries_unread() -> dict[str, datetime]:
    """Return when each possible worry that waits arrived, by the comment's id."""
    rows = worries_waiting()
    return {
        str(pk): at
        for pk, at in rows.values_list("comment_id", "arrived_at").order_by()
    }


def oldest_unread() -> dict[int, datetime]:
    """Return when the oldest comment that waits arrived, by the survey's id."""
    rows = waiting_readings().order_by().values_list("comment__survey")
    return dict(rows.annotate(Min("arrived_at")))


def waiting_readings(surveys: Iterable[Survey] | None = None) -> QuerySet[Reading]:
    """Return the readings that wait, of some surveys or of all."""
    found = Reading.objects.filter(state=ReadingState.WAITING)
    return found if surveys is None else found.filter(comment__survey__in=surveys)


def reading_clock(
    now: datetime,
    *,
    limits: Limits,
    worries: bool,
    surveys: Collection[Survey] | QuerySet[Survey] | None = None,
) -> Clock:
    """Return the clock of possible worries, or of comments, of some surveys or of all."""
    readings = Reading.objects.order_by()
    if surveys is not None:
        readings = readings.filter(comment__survey__in=surveys)
    if worries:
        readings = readings.filter(worry=True)
    done = readings.filter(decided_at__gt=now - LOOKED_BACK, decided_at__lte=now)
    waiting = readings.filter(state=ReadingState.WAITING)
    due = limits.worry if worries else limits.comment
    return _clock(
        list(done.values_list("arrived_at", "decided_at")),
        list(waiting.values_list("arrived_at", flat=True)),
        due=due,
        now=now,
    )


def concern_clock(
    now: datetime, *, limits: Limits, concerns: QuerySet[Concern] | None = None
) -> Clock:
    """Return the clock of concerns: those somebody may see, or all of them."""
    found = (Concern.objects.all() if concerns is None else concerns).order_by()
    done = found.filter(decided_at__gt=now - LOOKED_BACK, decided_at__lte=now)
    waiting = found.filter(state__in=OPEN)
    return _clock(
        list(done.values_list("raised_at", "decided_at")),
        list(waiting.values_list("raised_at", flat=True)),
        due=limits.concern,
        now=now,
    )


def comments_decided(
    since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """Return when each comment decided in a stretch of time arrived and was decided."""
    done = Reading.objects.filter(decided_at__gte=since, decided_at__lt=until)
    times = done.order_by().values_list("arrived_at", "decided_at")
    return [(start, end) for start, end in times if end]


def concerns_decided(
    since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """Return when each concern decided in a stretch of time was raised and decided."""
    done = Concern.objects.filter(decided_at__gte=since, decided_at__lt=until)
    times = done.order_by().values_list("raised_at", "decided_at")
    return [(start, end) for start, end in times if end]


def _clock(
    done: list[Pair],
    waiting: list[datetime],
    *,
    due: Due,
    now: datetime,
) -> Clock:
    """Return the clock; what waits past its time counts as not in time."""
    overdue = sum(due(at) < now for at in waiting)
    in_time = sum(end is not None and end <= due(at) for at, end in done)
    return Clock(
        waiting=len(waiting),
        overdue=overdue,
        oldest_at=min(waiting, default=None),
        in_time=in_time,
        of=len(done) + overdue,
    )
