"""Writes to those who keep a promise when its date comes, once a week at most."""

import logging
from datetime import date, datetime

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from surveys.logic.weeks import monday
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import BASE_LANGUAGE
from voice.replies.models import Promise, PromiseReminder
from voice.replies.queries.promises import keepers_of, promises_to_chase

log = logging.getLogger(__name__)


def chase_owners(now: datetime) -> list[str]:
    """Write to whoever keeps a promise that is due; return what was done, for run_due.

    One letter a person a week, whatever is due: it says that promises are waiting, and
    nothing of what they are or of whom. One that could not be sent is tried again.
    """
    today = timezone.localdate(now)
    sent = [_write(person, monday(today)) for person in _keepers(today)]
    return (
        [f"Promises: {sum(sent)} letters to those who keep them."] if any(sent) else []
    )


def _keepers(on: date) -> list[User]:
    """Return everybody with a promise that is due, once each."""
    due: QuerySet[Promise] = promises_to_chase(on)
    people = {one.pk: one for promise in due for one in keepers_of(promise)}
    return [people[pk] for pk in sorted(people)]


def _write(person: User, week: date) -> bool:
    """Write to one person unless that was done this week; say whether it was."""
    reminder, is_new = PromiseReminder.objects.get_or_create(to=person, week=week)
    if not is_new:
        return False
    address = settings.WAGTAILADMIN_BASE_URL + reverse("replies:list")
    try:
        with translation.override(BASE_LANGUAGE):
            send_mail(
                subject=_("A promise to young people is due"),
                message=_(
                    "Something you keep for young people has come to its date, or soon "
                    "will. Please sign in to Voice and say how it stands:\n\n"
                    "%(address)s\n\n"
                    "It takes a minute. If it is late, say why: they can read it. "
                    "We write once a week at most."
                )
                % {"address": address},
                from_email=settings.DEFAULT_FROM_EMAIL,
                recipient_list=[person.email],
            )
    except OSError:
        log.exception("A letter about promises could not be sent.")
        reminder.delete()
        return False
    with transaction.atomic():
        record("replies.chase", of=reminder, by=None, to=person.pk)
    return True
