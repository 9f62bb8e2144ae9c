"""Writes to one person once a week at most: claimed before it is sent, tried again later.

In duty hours alone: nobody is written to at night or on a holiday.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from voice.accounts.models import User
from voice.council.models.weekly_letter import WeeklyLetter
from voice.council.queries.calendar import working_calendar

logger = logging.getLogger(__name__)
TRIED_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written, in the base language; it names nobody a letter is about."""

    subject: str
    message: str


def letters_go_out(now: datetime) -> bool:
    """Say whether weekly letters are sent at `now`."""
    return working_calendar().is_open(now)


def write_weekly[Kind: WeeklyLetter](
    kind: type[Kind],
    *,
    to: User,
    now: datetime,
    words: Callable[[], Letter],
    note: Callable[[Kind], object],
) -> str | None:
    """Send one person this week's letter of `kind`, and return a sentence for run_due.

    None when it went out, or failed less than an hour ago. Written down before it is
    sent, in a transaction of its own; `note` records in the audit that it went.
    """
    claimed = _claimed(kind, to, now=now)
    if claimed is None:
        return None
    try:
        with translation.override(settings.LANGUAGE_CODE):
            letter = words()
            send_mail(
                subject=letter.subject,
                message=letter.message,
                from_email=settings.DEFAULT_FROM_EMAIL,
                recipient_list=[to.email],
            )
    except OSError as error:
        # A mail server's own words may hold an address; the kind of error is enough.
        logger.warning("Reminder %s was not sent: %s", claimed.pk, type(error).__name__)
        return f"Reminder {claimed.pk} not sent, tried again in an hour"
    with transaction.atomic():
        claimed.sent_at = now
        claimed.save(update_fields=["sent_at"])
        note(claimed)
    return f"Reminder {claimed.pk} sent"


def _claimed[Kind: WeeklyLetter](
    kind: type[Kind], to: User, *, now: datetime
) -> Kind | None:
    """Return this week's letter to send now; None when it went out or just failed."""
    day = timezone.localdate(now)
    week = day - timedelta(days=day.weekday())
    rows = kind._default_manager  # noqa: SLF001 - Django's public interface
    try:
        with transaction.atomic():
            return rows.create(to=to, week=week, tried_at=now)
    except IntegrityError:
        again = rows.filter(
            to=to, week=week, sent_at=None, tried_at__lte=now - TRIED_AGAIN
        )
        taken = again.update(tried_at=now)
        return rows.get(to=to, week=week) if taken else None
