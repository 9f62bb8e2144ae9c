"""Breaking the glass: one administrator asks, somebody else opens, for one hour.

It opens the comments of one survey for reading alone. Each step is written down in
the same transaction, so that it fails where writing down fails.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.accounts.domain.errors import AccountsError
from voice.accounts.domain.openings import tell_of_opening, tell_of_wish
from voice.accounts.enums import Role
from voice.accounts.models import BreakGlass, User
from voice.audit.domain.record import record


class NotAsked(AccountsError):
    """Only administrators ask."""

    sentence = _("Only an administrator can ask for this.")


class AskedAlready(AccountsError):
    """One is waiting or open already."""

    sentence = _("You have asked for this survey already, or it is open to you now.")


class NeedsSecondPerson(AccountsError):
    """Nobody opens it for themselves."""

    sentence = _(
        "It takes two people: another administrator or the data protection officer "
        "answers."
    )


class AnsweredAlready(AccountsError):
    """Somebody was first, or a day has passed."""

    sentence = _("This was answered already, or a day has passed. Ask again.")


@transaction.atomic
def ask_to_break_glass(
    survey_id: int, *, title: str, reason: str, by: User
) -> BreakGlass:
    """Ask for one survey, in writing; officers and other administrators are told.

    Raises NotAsked and AskedAlready.
    """
    if not by.has_role(Role.ADMINISTRATOR):
        raise NotAsked
    User.objects.select_for_update().get(pk=by.pk)
    mine = BreakGlass.objects.filter(asked_by=by, survey_id=survey_id)
    if any(one.is_waiting or one.is_open for one in mine):
        raise AskedAlready
    asked = BreakGlass.objects.create(
        survey_id=survey_id, survey_title=title, reason=reason, asked_by=by
    )
    record("accounts.ask_break_glass", asked, by=by, survey=survey_id)
    transaction.on_commit(lambda: tell_of_wish(asked))
    return asked


@transaction.atomic
def open_break_glass(asked: BreakGlass, *, by: User) -> BreakGlass:
    """Open the survey to whoever asked, for an hour; officers and leads hear at once.

    Raises NeedsSecondPerson and AnsweredAlready.
    """
    fresh = _answerable(asked, by=by)
    now = timezone.now()
    fresh.answered_by, fresh.answered_at = by, now
    fresh.closes_at = now + settings.BREAK_GLASS_LASTS
    fresh.save()
    record(
        "accounts.open_break_glass",
        fresh,
        by=by,
        survey=fresh.survey_id,
        to=fresh.asked_by_id,
        closes_at=fresh.closes_at,
    )
    transaction.on_commit(lambda: tell_of_opening(fresh))
    return fresh


@transaction.atomic
def refuse_break_glass(asked: BreakGlass, *, by: User) -> BreakGlass:
    """Say no. Raises NeedsSecondPerson and AnsweredAlready."""
    fresh = _answerable(asked, by=by)
    fresh.answered_by, fresh.answered_at = by, timezone.now()
    fresh.save()
    record("accounts.refuse_break_glass", fresh, by=by, survey=fresh.survey_id)
    return fresh


@transaction.atomic
def close_break_glass(opened: BreakGlass, *, by: User) -> BreakGlass:
    """Close it before its hour is over; closing what is closed changes nothing."""
    fresh = BreakGlass.objects.select_for_update().get(pk=opened.pk)
    if fresh.is_open:
        fresh.closed_at = timezone.now()
        fresh.save()
        record("accounts.close_break_glass", fresh, by=by, survey=fresh.survey_id)
    return fresh


def close_what_is_over(now: datetime) -> Iterator[str]:
    """Write down what has closed itself.

    Due work. What opens a survey asks the clock itself and does not wait for this.
    """
    over = BreakGlass.objects.filter(closes_at__lte=now, closed_at=None)
    for opened in over.select_for_update():
        opened.closed_at = opened.closes_at
        opened.save()
        record("accounts.close_break_glass", opened, by=None, survey=opened.survey_id)
        yield f"Break-glass {opened.pk} closed itself."


def _answerable(asked: BreakGlass, *, by: User) -> BreakGlass:
    """Return the wish, held, if `by` may answer it now."""
    if by.pk == asked.asked_by_id or not by.has_role(
        Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER
    ):
        raise NeedsSecondPerson
    fresh = BreakGlass.objects.select_for_update().get(pk=asked.pk)
    if not fresh.is_waiting or not fresh.asked_by.has_role(Role.ADMINISTRATOR):
        raise AnsweredAlready
    return fresh
