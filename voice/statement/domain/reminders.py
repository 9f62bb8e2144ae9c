"""Reminds owners, once a week and kindly, that updates of their actions are due."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.queries.calendar import working_calendar
from voice.statement.logic.updates import week_of
from voice.statement.models import UpdateReminder
from voice.statement.queries.statements import current_statement
from voice.statement.queries.updates import waited_for

logger = logging.getLogger(__name__)
TRIED_AGAIN = timedelta(hours=1)


def remind_owners(now: datetime) -> Iterator[str]:
    """Send each owner one letter a week while updates wait; for manage.py run_due.

    In duty hours alone: nobody is written to at night or on a holiday. Each letter is
    written down before it is sent, in a transaction of its own.
    """
    statement = current_statement()
    if statement is None or not working_calendar().is_open(now):
        return
    on = timezone.localdate(now)
    for person, waiting in waited_for(statement, on=on).items():
        reminder = _claimed(person, now=now)
        if reminder is not None:
            yield _reminded(reminder, waiting=waiting, now=now)


def _claimed(person: User, *, now: datetime) -> UpdateReminder | None:
    """Return this week's reminder to send now; None when it went out or just failed."""
    week = week_of(timezone.localdate(now))
    try:
        with transaction.atomic():
            return UpdateReminder.objects.create(to=person, week=week, tried_at=now)
    except IntegrityError:
        again = UpdateReminder.objects.filter(
            to=person, week=week, sent_at=None, tried_at__lte=now - TRIED_AGAIN
        )
        taken = again.update(tried_at=now)
        return UpdateReminder.objects.get(to=person, week=week) if taken else None


def _reminded(reminder: UpdateReminder, *, waiting: int, now: datetime) -> str:
    """Send one reminder, write down that it went, and return a sentence."""
    try:
        with translation.override(settings.LANGUAGE_CODE):
            _send(reminder.to, waiting)
    except OSError as error:
        # A mail server's own words may hold an address; the kind of error is enough.
        logger.warning(
            "Reminder %s was not sent: %s", reminder.pk, type(error).__name__
        )
        return f"Reminder {reminder.pk} not sent, tried again in an hour"
    with transaction.atomic():
        reminder.sent_at = now
        reminder.save(update_fields=["sent_at"])
        record("statement.remind", of=reminder, by=None, waiting=waiting)
    return f"Reminder {reminder.pk} sent"


def _send(person: User, waiting: int) -> None:
    """Write to one person how many of their updates wait; nothing else."""
    send_mail(
        subject=_("Two minutes for the Statement of Action"),
        message=_(
            "Hello,\n\n%(waiting)s\n\nOne page each, two minutes: how it stands, why, "
            "and what its measure reads now.\n\n%(address)s\n\nThe board sees "
            "which actions were not updated. Thank you for keeping them true.\n"
        )
        % {
            "waiting": ngettext(
                "%(number)s of your actions waits for an update.",
                "%(number)s of your actions wait for an update.",
                waiting,
            )
            % {"number": waiting},
            "address": settings.WAGTAILADMIN_BASE_URL + reverse("statement:my_actions"),
        },
        from_email=settings.DEFAULT_FROM_EMAIL,
        recipient_list=[person.email],
    )
