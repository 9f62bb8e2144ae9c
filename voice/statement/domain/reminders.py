"""Reminds owners, once a week and kindly, that updates of their actions are due."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.audit.domain.record import record
from voice.council.domain.weekly_letters import Letter, letters_go_out, write_weekly
from voice.statement.models import UpdateReminder
from voice.statement.queries.statements import current_statement
from voice.statement.queries.updates import waited_for


def remind_owners(now: datetime) -> Iterator[str]:
    """Send each owner one letter a week while updates wait; for manage.py run_due.

    In duty hours alone: nobody is written to at night or on a holiday.
    """
    statement = current_statement()
    if statement is None or not letters_go_out(now):
        return
    on = timezone.localdate(now)
    for person, waiting in waited_for(statement, on=on).items():
        said = write_weekly(
            UpdateReminder,
            to=person,
            now=now,
            words=lambda waiting=waiting: _letter(waiting),  # type: ignore[misc]
            note=lambda sent, waiting=waiting: record(  # type: ignore[misc]
                "statement.remind", of=sent, by=None, waiting=waiting
            ),
        )
        if said is not None:
            yield said


def _letter(waiting: int) -> Letter:
    """Return what is written: how many of somebody's updates wait; nothing else."""
    return Letter(
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
    )
