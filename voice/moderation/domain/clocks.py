"""Watches that nothing waits unread too long; run_due calls it every minute or so.

All clocks run in the council's duty hours and working days (PRACTICE.md, Safety). They
tell people and may close text questions; they never read, hide or decide anything.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from surveys.domain.text_pauses import pause_text, resume_text
from surveys.models import Survey
from surveys.queries.text_pauses import pauses_now
from voice.council.domain.alarms import raise_alarm, settle_alarm
from voice.council.enums import AlarmKind
from voice.council.logic.duty import WorkingCalendar
from voice.council.models import Alarm, Council
from voice.council.queries.calendar import working_calendar
from voice.council.queries.settings import council_settings
from voice.moderation.queries.clocks import oldest_unread, worries_unread
from voice.moderation.queries.concerns import undecided_concerns, walled_off
from voice.moderation.queries.worries import kept_from_worry


def watch_queue(now: datetime) -> list[str]:
    """Raise and settle the alarms of every clock; return what was done, in sentences."""
    calendar, council = working_calendar(), council_settings()
    return [
        *_watch_worries(now, calendar, council),
        *_watch_concerns(now, calendar, council),
        *_watch_comments(now, calendar, council),
    ]


def about_survey(survey_id: int) -> str:
    """Return how alarms name a survey."""
    return f"survey:{survey_id}"


def _watch_worries(
    now: datetime, calendar: WorkingCalendar, council: Council
) -> Iterator[str]:
    """Alarm for each possible worry that nobody was told of, or that waits too long.

    Once for each time its words were sent: a lead who has opened it knows of it.
    """
    waiting = worries_unread()
    _settle_others((AlarmKind.WORRY, AlarmKind.WORRY_UNREAD), waiting)
    told = _newest((AlarmKind.WORRY, AlarmKind.WORRY_UNREAD), waiting)
    limit = timedelta(hours=council.worry_hours)
    for about, arrived in waiting.items():
        due = calendar.add_working_time(arrived, limit)
        for kind in (AlarmKind.WORRY, *([AlarmKind.WORRY_UNREAD] if due < now else [])):
            if told.get((kind, about), arrived - limit) < arrived:
                raise_alarm(
                    kind, about=about, leave_out=kept_from_worry(about), now=now
                )
                yield f"Alarm: {kind.value}, {about}."


def _watch_concerns(
    now: datetime, calendar: WorkingCalendar, council: Council
) -> Iterator[str]:
    """Alarm for each concern that has not been decided in time."""
    undecided = {str(concern.pk): concern for concern in undecided_concerns()}
    kind = AlarmKind.CONCERN_UNDECIDED
    _settle_others((kind,), undecided)
    told = _newest((kind,), undecided)
    # Wishes that came together are told of together, by the first that waits.
    firsts: dict[UUID, str] = {}
    for about, concern in undecided.items():
        due = calendar.add_working_days(concern.raised_at, council.concern_days)
        is_first = firsts.setdefault(concern.told_with_id or concern.pk, about) == about
        if is_first and due < now and (kind, about) not in told:
            walled = list(walled_off(concern))
            raise_alarm(kind, about=about, leave_out=walled, now=now)
            yield f"Alarm: {kind.value}, {about}."


def _watch_comments(
    now: datetime, calendar: WorkingCalendar, council: Council
) -> Iterator[str]:
    """Tell the manager of surveys whose comments wait too long; close and open text."""
    waiting = oldest_unread()
    late = {
        pk
        for pk, at in waiting.items()
        if _is_past(calendar, at, council.comment_days, now)
    }
    too_late = {
        pk
        for pk, at in waiting.items()
        if _is_past(calendar, at, council.closing_days, now)
    }
    abouts = [about_survey(pk) for pk in late]
    _settle_others((AlarmKind.COMMENTS_UNREAD,), abouts)
    known = _newest((AlarmKind.COMMENTS_UNREAD,), abouts, only_open=True)
    for pk in sorted(late):
        about = about_survey(pk)
        if (AlarmKind.COMMENTS_UNREAD, about) not in known:
            raise_alarm(AlarmKind.COMMENTS_UNREAD, about=about, now=now)
            yield f"Alarm: {AlarmKind.COMMENTS_UNREAD.value}, {about}."
    yield from _close_and_open(too_late, now)


def _close_and_open(too_late: set[int], now: datetime) -> Iterator[str]:
    """Close the text questions of surveys far behind; open those whose queue moved."""
    paused = pauses_now()
    for survey in Survey.objects.filter(pk__in=too_late - paused.keys()):
        pause_text(survey, by=None, now=now)
        raise_alarm(AlarmKind.CLOSED_TEXT, about=about_survey(survey.pk), now=now)
        yield f"Text questions closed: survey {survey.pk}."
    for pk, pause in paused.items():
        if pk not in too_late and pause.began_by_id is None:
            resume_text(pause.survey, by=None, now=now)
            settle_alarm(AlarmKind.CLOSED_TEXT, about=about_survey(pk), now=now)
            yield f"Text questions open again: survey {pk}."


def _is_past(
    calendar: WorkingCalendar, arrived: datetime, days: int, now: datetime
) -> bool:
    """Say whether `days` working days have passed since something arrived."""
    return calendar.add_working_days(arrived, days) < now


def _settle_others(kinds: Iterable[AlarmKind], abouts: Iterable[str]) -> None:
    """Settle the open alarms of these kinds about anything that waits no more."""
    over = Alarm.objects.filter(kind__in=kinds, settled_at=None)
    for alarm in over.exclude(about__in=list(abouts)):
        settle_alarm(AlarmKind(alarm.kind), about=alarm.about)


def _newest(
    kinds: Iterable[AlarmKind], abouts: Iterable[str], *, only_open: bool = False
) -> dict[tuple[AlarmKind, str], datetime]:
    """Return when the newest alarm of each kind and thing was raised."""
    found = Alarm.objects.filter(kind__in=kinds, about__in=list(abouts))
    if only_open:
        found = found.filter(settled_at=None)
    rows = found.order_by("raised_at").values_list("kind", "about", "raised_at")
    return {(AlarmKind(kind), about): at for kind, about, at in rows}
