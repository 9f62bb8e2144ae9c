"""Writes to those who keep a promise when its date comes, once a week at most."""

from collections.abc import Iterator
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.weekly_letters import Letter, letters_go_out, write_weekly
from voice.replies.models import Promise, PromiseReminder
from voice.replies.queries.promises import keepers_of, promises_to_chase


def chase_owners(now: datetime) -> Iterator[str]:
    """Write to whoever keeps a promise that is due; for manage.py run_due.

    One letter a person a week in duty hours, whatever is due: it says that promises
    are waiting, and nothing of what they are or of whom.
    """
    if not letters_go_out(now):
        return
    for person in _keepers(timezone.localdate(now)):
        said = write_weekly(
            PromiseReminder,
            to=person,
            now=now,
            words=_letter,
            note=lambda sent: record("replies.chase", of=sent, by=None, to=sent.to_id),
        )
        if said is not None:
            yield said


def _keepers(on: date) -> list[User]:
    """Return everybody with a promise that is due, once each."""
    due: QuerySet[Promise] = promises_to_chase(on)
    people = {one.pk: one for promise in due for one in keepers_of(promise)}
    return [people[pk] for pk in sorted(people)]


def _letter() -> Letter:
    """Return what is written: that something is due, and where; nothing else."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("replies:list")
    return Letter(
        subject=_("A promise to young people is due"),
        message=_(
            "Something you keep for young people has come to its date, or soon "
            "will. Please sign in to Voice and say how it stands:\n\n"
            "%(address)s\n\n"
            "It takes a minute. If it is late, say why: they can read it. "
            "We write once a week at most."
        )
        % {"address": address},
    )
