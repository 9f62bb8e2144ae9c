"""Raises alarms, has them climb to the next person and the manager, and settles them.

An alarm says nothing of what waits: a kind, a random id, whom it reached and when.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.channels import second_channels
from voice.council.domain.deliveries import send_soon
from voice.council.enums import AlarmKind, AlarmStep, Channel, DeliveryOutcome
from voice.council.models import Alarm, Delivery
from voice.council.queries.calendar import working_calendar
from voice.council.queries.rota import (
    administrators,
    duty_manager,
    leads,
    next_on_duty,
    on_duty,
)
from voice.council.queries.settings import council_settings

# These are for the manager from the start.
FIRST_STEP = {
    AlarmKind.COMMENTS_UNREAD: AlarmStep.MANAGER,
    AlarmKind.CLOSED_TEXT: AlarmStep.MANAGER,
    AlarmKind.ESCALATED: AlarmStep.MANAGER,
    AlarmKind.RETENTION_HELD: AlarmStep.MANAGER,
}


@transaction.atomic
def raise_alarm(
    kind: AlarmKind,
    *,
    about: str,
    leave_out: Collection[User] = (),
    now: datetime | None = None,
) -> Alarm:
    """Tell the people on duty at once that something waits; return the alarm.

    `about` is a random id, never words. Raised again before it is settled, it is the
    same alarm, and more people may be left out. Sending begins after the commit
    and undoes nothing when it fails.
    """
    now = now or timezone.now()
    step = FIRST_STEP.get(kind, AlarmStep.ROTA)
    alarm, is_new = Alarm.objects.get_or_create(
        kind=kind,
        about=about,
        settled_at=None,
        defaults={"raised_at": now, "step": step},
    )
    _leave_out(alarm, leave_out)
    if not is_new:
        return alarm
    record("council.raise_alarm", of=alarm, by=None, kind=kind)
    _take_step(alarm, step, now)
    return alarm


@transaction.atomic
def settle_alarm(
    kind: AlarmKind, *, about: str, by: User | None = None, now: datetime | None = None
) -> None:
    """End the alarm about this thing, if there is one; what was not sent yet is not."""
    now = now or timezone.now()
    alarms = Alarm.objects.select_for_update()
    for alarm in alarms.filter(kind=kind, about=about, settled_at=None):
        alarm.settled_at, alarm.next_step_at = now, None
        alarm.save(update_fields=("settled_at", "next_step_at"))
        alarm.deliveries.filter(outcome=DeliveryOutcome.WAITING).update(
            outcome=DeliveryOutcome.NOT_NEEDED, next_try_at=None
        )
        record("council.settle_alarm", of=alarm, by=by, kind=kind)


@transaction.atomic
def climb(now: datetime) -> list[str]:
    """Take the next step of every alarm whose time has come; return what was done."""
    due = Alarm.objects.select_for_update().filter(next_step_at__lte=now)
    steps = list(AlarmStep)
    did = []
    for alarm in due:
        step = steps[steps.index(AlarmStep(alarm.step)) + 1]
        _take_step(alarm, step, now)
        record("council.climb_alarm", of=alarm, by=None, kind=alarm.kind, step=step)
        did.append(f"Alarm {alarm.pk} reached: {step.value}.")
    return did


@transaction.atomic
def tell_too(user: User, *, told: User, now: datetime) -> None:
    """Tell `user` of every open alarm that `told` was told of: a shift changes hands."""
    theirs = Alarm.objects.filter(settled_at=None, deliveries__user=told).distinct()
    others = theirs.exclude(left_out=user).exclude(deliveries__user=user)
    for alarm in others:
        _tell(alarm, user, AlarmStep(alarm.step), now)
        send_soon(alarm)


def _leave_out(alarm: Alarm, people: Collection[User]) -> None:
    """Leave more people out of an open alarm, and take it from their desk."""
    if not people:
        return
    alarm.left_out.add(*people)
    alarm.deliveries.filter(user__in=people).exclude(
        outcome=DeliveryOutcome.SENT
    ).update(outcome=DeliveryOutcome.NOT_NEEDED, next_try_at=None)


def _take_step(alarm: Alarm, step: AlarmStep, now: datetime) -> None:
    """Tell the people of `step`, and set the time of the step after it.

    When there is nobody for the first step, the manager is told instead.
    """
    left_out = set(alarm.left_out.all())
    told = set(User.objects.filter(pk__in=alarm.deliveries.values("user")))
    people = _people(step, now, but=left_out | told)
    if not people and not told:
        step, people = AlarmStep.MANAGER, _managers(but=left_out)
    alarm.step = step
    alarm.next_step_at = _next_step_at(step, now)
    alarm.save(update_fields=("step", "next_step_at"))
    for user in people:
        _tell(alarm, user, step, now)
    send_soon(alarm)


def _people(step: AlarmStep, now: datetime, *, but: set[User]) -> list[User]:
    """Return whom a step is for, none of `but`.

    With nobody on duty it is the next person at once, and every safeguarding lead
    where there is no rota.
    """
    if step == AlarmStep.MANAGER:
        return _managers(but=but)
    there = on_duty(now) if step == AlarmStep.ROTA else []
    if there := [user for user in there if user not in but]:
        return there
    following = next_on_duty(now, but=but)
    return [following] if following else [u for u in leads() if u not in but]


def _managers(*, but: set[User]) -> list[User]:
    """Return the manager; where none may be told, the leads, else administrators."""
    manager = duty_manager()
    if manager and manager not in but:
        return [manager]
    found = [user for user in leads() if user not in but]
    return found or [user for user in administrators() if user not in but]


def _next_step_at(step: AlarmStep, now: datetime) -> datetime | None:
    """Return when the step after this one is due; None after the last.

    By the clock while somebody is on duty; else in duty hours, so that nobody
    is woken because nobody was there to answer.
    """
    if step == AlarmStep.MANAGER:
        return None
    council = council_settings()
    wait = timedelta(minutes=council.next_person_after)
    if step == AlarmStep.NEXT:
        wait = timedelta(minutes=council.manager_after - council.next_person_after)
    calendar = working_calendar()
    if calendar.is_open(now) or on_duty(now):
        return now + wait
    return calendar.add_working_time(now, wait)


def _tell(alarm: Alarm, user: User, step: AlarmStep, now: datetime) -> None:
    """Write down whom to tell through which channels; the desk shows it at once."""
    said = {"alarm": alarm, "user": user, "step": step, "at": now}
    Delivery.objects.create(
        **said, channel=Channel.DESK, outcome=DeliveryOutcome.SENT, next_try_at=None
    )
    for channel in (Channel.EMAIL, *second_channels()):
        reachable = channel != Channel.TEXT or user.mobile
        Delivery.objects.create(
            **said,
            channel=channel,
            outcome=DeliveryOutcome.WAITING if reachable else DeliveryOutcome.NO_NUMBER,
            next_try_at=now if reachable else None,
        )
