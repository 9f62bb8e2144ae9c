"""Giving up an action or an area with a reason, and taking it up again."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.models import Action, Area

if TYPE_CHECKING:
    from voice.accounts.models import User


class WithdrawalRefused(Exception):
    """It cannot be withdrawn or brought back like this; the message is for people."""


@transaction.atomic
def withdraw_action(action: Action, *, why: str, by: "User") -> Action:
    """Give up an action with a reason; it stays where it was, and keeps its number.

    Raises WithdrawalRefused without a reason, and for one that is withdrawn.
    """
    locked = Action.objects.select_for_update().get(pk=action.pk)
    _give_up(locked, why, by)
    record("statement.withdraw_action", of=locked, by=by)
    return locked


@transaction.atomic
def withdraw_area(area: Area, *, why: str, by: "User") -> Area:
    """Give up an area with a reason, and every action under it that stands.

    Raises WithdrawalRefused without a reason, and for one that is withdrawn.
    """
    locked = Area.objects.select_for_update().get(pk=area.pk)
    _give_up(locked, why, by)
    for action in locked.actions.filter(withdrawn_at=None):
        withdraw_action(action, why=why, by=by)
    record("statement.withdraw_area", of=locked, by=by)
    return locked


@transaction.atomic
def bring_action_back(action: Action, *, by: "User") -> Action:
    """Take up an action again; raises WithdrawalRefused while its area is withdrawn."""
    locked = Action.objects.select_for_update().select_related("area").get(pk=action.pk)
    if locked.area.is_withdrawn:
        raise WithdrawalRefused(_("Its area is withdrawn. Bring that back first."))
    _take_up(locked)
    record("statement.bring_action_back", of=locked, by=by)
    return locked


@transaction.atomic
def bring_area_back(area: Area, *, by: "User") -> Area:
    """Take up an area again; its actions are brought back one by one."""
    locked = Area.objects.select_for_update().get(pk=area.pk)
    _take_up(locked)
    record("statement.bring_area_back", of=locked, by=by)
    return locked


def _give_up(part: Action | Area, why: str, by: "User") -> None:
    """Write when, by whom and why; raises WithdrawalRefused."""
    if part.is_withdrawn:
        raise WithdrawalRefused(_("It is withdrawn already."))
    if not why.strip():
        raise WithdrawalRefused(_("Say why: the board and young people will ask."))
    part.withdrawn_at, part.withdrawn_by = timezone.now(), by
    part.withdrawn_why = why.strip()
    part.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])


def _take_up(part: Action | Area) -> None:
    """Take the withdrawal away; raises WithdrawalRefused when there is none."""
    if not part.is_withdrawn:
        raise WithdrawalRefused(_("It is not withdrawn."))
    part.withdrawn_at, part.withdrawn_by, part.withdrawn_why = None, None, ""
    part.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
