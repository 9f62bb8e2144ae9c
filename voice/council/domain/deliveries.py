"""Sends what alarms have to say, again and again until it arrives or is given up."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F, Q
from django.tasks import task
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.council.channels import NotDelivered, second_channels
from voice.council.enums import Channel, DeliveryOutcome
from voice.council.models import Alarm, Delivery
from voice.council.models.delivery import TROUBLE_LENGTH

logger = logging.getLogger(__name__)
# While one process sends, no other takes the same; after a crash it is tried again.
HELD = timedelta(minutes=2)
MOST_TRIES = 10
LONGEST_WAIT = timedelta(hours=1)


def send_soon(alarm: Alarm) -> None:
    """Have an alarm's messages sent once the transaction is kept.

    When that fails, or the process dies, run_due sends them.
    """
    transaction.on_commit(lambda: deliver.enqueue(str(alarm.pk)), robust=True)


@task()
def deliver(alarm_id: str) -> None:
    """Send what waits of one alarm; work done behind, by the alarm's id alone."""
    list(send_waiting(timezone.now(), alarm_id=UUID(alarm_id)))


def send_waiting(now: datetime, *, alarm_id: UUID | None = None) -> Iterator[str]:
    """Send what waits and is due, each in a transaction of its own.

    Yields a sentence for each that did not arrive. Never called inside a transaction
    where it matters: a slow host must not hold the database.
    """
    due = Delivery.objects.filter(
        Q(next_try_at__lte=now), outcome=DeliveryOutcome.WAITING
    )
    if alarm_id:
        due = due.filter(alarm=alarm_id)
    for pk in list(due.values_list("pk", flat=True)):
        taken = Delivery.objects.filter(
            pk=pk, outcome=DeliveryOutcome.WAITING, next_try_at__lte=now
        ).update(next_try_at=now + HELD, tries=F("tries") + 1)
        if taken:
            yield from _send(Delivery.objects.select_related("user").get(pk=pk), now)


def _send(delivery: Delivery, now: datetime) -> Iterator[str]:
    """Send one message, and write down what came of it."""
    try:
        _through(Channel(delivery.channel), delivery)
    except NotDelivered as why:
        yield _not_sent(delivery, str(why), now)
    except Exception as error:  # noqa: BLE001 - one that fails stops no other
        # A mail server's own words may hold an address; the kind of error is enough.
        logger.warning("Delivery %s failed: %s", delivery.pk, type(error).__name__)
        yield _not_sent(delivery, type(error).__name__, now)
    else:
        _keep(delivery, outcome=DeliveryOutcome.SENT, next_try_at=None, trouble="")


def _through(channel: Channel, delivery: Delivery) -> None:
    """Send through one channel; raises whatever stands in the way."""
    with translation.override(settings.LANGUAGE_CODE):
        if channel == Channel.EMAIL:
            _send_letter(delivery.user)
            return
        sender = second_channels().get(channel)
        if sender is None:
            raise NotDelivered("This channel is no longer set up.")
        words = _("Something is waiting for you in Voice. Please sign in.")
        sender.send(to=delivery.user, words=words, message_id=str(delivery.pk))


def _send_letter(user: User) -> None:
    """Write to one person; each gets their own letter, which says nothing on purpose."""
    send_mail(
        subject=_("Something is waiting for you in Voice"),
        message=_(
            "Please sign in to Voice and look at your desk:\n\n%(address)s\n\n"
            "This letter says no more on purpose."
        )
        % {"address": settings.WAGTAILADMIN_BASE_URL + reverse("accounts:home")},
        from_email=settings.DEFAULT_FROM_EMAIL,
        recipient_list=[user.email],
    )


def _not_sent(delivery: Delivery, why: str, now: datetime) -> str:
    """Set the time of the next try, or give up; return a sentence."""
    trouble = why[:TROUBLE_LENGTH]
    if delivery.tries >= MOST_TRIES:
        _keep(
            delivery,
            outcome=DeliveryOutcome.FAILED,
            next_try_at=None,
            trouble=trouble,
        )
        return f"Delivery {delivery.pk} given up: {why}"
    wait = min(timedelta(minutes=2 ** (delivery.tries - 1)), LONGEST_WAIT)
    _keep(
        delivery,
        outcome=DeliveryOutcome.WAITING,
        next_try_at=now + wait,
        trouble=trouble,
    )
    return f"Delivery {delivery.pk} not sent, tried again later: {why}"


def _keep(delivery: Delivery, **fields: object) -> None:
    """Write down what came of a try, unless the alarm was settled meanwhile."""
    Delivery.objects.filter(pk=delivery.pk, outcome=DeliveryOutcome.WAITING).update(
        at=timezone.now(), **fields
    )
