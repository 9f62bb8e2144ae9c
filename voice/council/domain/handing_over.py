"""Gives a duty shift to a colleague; both are told."""

from datetime import datetime

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.tasks import task
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.alarms import tell_too
from voice.council.domain.errors import ShiftIsOver, ToOneself
from voice.council.domain.rota import refuse
from voice.council.models import DutyShift, HandOver
from voice.hours import day_and_hour


@transaction.atomic
def hand_over(
    shift: DutyShift, *, to: User, note: str, by: User, now: datetime | None = None
) -> HandOver:
    """Give a shift to a colleague, with a note that holds no child's words.

    Both are told. Of a shift that is under way, the open alarms go with it. Raises
    ToOneself, ShiftIsOver, and what stands in the way of the colleague's shift.
    """
    now = now or timezone.now()
    shifts = DutyShift.objects.select_for_update(of=("self",)).select_related("user")
    row = shifts.get(pk=shift.pk)
    giver = row.user
    if giver == to:
        raise ToOneself
    if row.ends <= now:
        raise ShiftIsOver
    row.user = to
    refuse(row)
    row.save(update_fields=("user",))
    shift.user = to
    given = HandOver.objects.create(
        shift=row, given_by=giver, taken_by=to, note=note, at=now
    )
    record("council.hand_over", of=row, by=by, given_by=giver.pk, taken_by=to.pk)
    if row.starts <= now:
        tell_too(to, told=giver, now=now)
    transaction.on_commit(lambda: tell_both.enqueue(given.pk), robust=True)
    return given


@task()
def tell_both(hand_over_id: int) -> None:
    """Write to who gave the shift and to who took it; work done behind.

    The letter names the colleague and the time; the note is read in the desk.
    """
    given = HandOver.objects.select_related("given_by", "taken_by", "shift").get(
        pk=hand_over_id
    )
    with translation.override(settings.LANGUAGE_CODE):
        for person in (given.given_by, given.taken_by):
            _write(person, given)


def _write(person: User, given: HandOver) -> None:
    """Write to one of the two; each gets their own letter."""
    said = {
        "giver": given.given_by,
        "taker": given.taken_by,
        "starts": day_and_hour(given.shift.starts),
        "ends": day_and_hour(given.shift.ends),
        "address": settings.WAGTAILADMIN_BASE_URL + reverse("duty:rota"),
    }
    send_mail(
        subject=_("A shift in Voice was handed over"),
        message=_(
            "%(giver)s has given a shift to %(taker)s: %(starts)s to %(ends)s.\n\n"
            "The rota, with the note, is here:\n\n%(address)s"
        )
        % said,
        from_email=settings.DEFAULT_FROM_EMAIL,
        recipient_list=[person.email],
    )
