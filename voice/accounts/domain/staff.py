"""Changing somebody's roles, letting them go, taking them back."""

from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from voice.accounts.domain.errors import AccountsError
from voice.accounts.domain.reviews import note_review
from voice.accounts.enums import ReviewOutcome, Role
from voice.accounts.models import User
from voice.accounts.newly_known import look_anew_at
from voice.audit.domain.record import record


class LastAdministrator(AccountsError):
    """Nobody would be left to invite anybody."""

    sentence = _(
        "At least one administrator must stay. Give somebody else the role first."
    )


class NotOneself(AccountsError):
    """One's own way in cannot be taken away by oneself."""

    sentence = _("You cannot do this to yourself. Ask another administrator.")


@transaction.atomic
def change_roles(user: User, *, roles: Sequence[Role], by: User) -> None:
    """Give `user` exactly `roles`, and end their sessions.

    Raises LastAdministrator.
    """
    _lock(user)
    if user.is_active and Role.ADMINISTRATOR not in roles:
        _refuse_last_administrator(user)
    before = [role.value for role in user.roles()]
    after = [role.value for role in Role if role in roles]
    if before == after:
        return
    user.groups.set(Group.objects.filter(name__in=after))
    look_anew_at(user)
    end_sessions(user)
    if user.pk != by.pk:
        note_review(user, outcome=ReviewOutcome.CHANGED, by=by)
    record("accounts.change_roles", user, by=by, before=before, after=after)


@transaction.atomic
def rename(user: User, *, name: str, by: User) -> None:
    """Have `user` go by another name from now on, in their past too.

    Raises NotOneself.
    """
    if user.pk == by.pk:
        raise NotOneself
    if name == user.name:
        return
    user.name = name
    user.save(update_fields=["name"])
    look_anew_at(user)
    record("accounts.rename", user, by=by)


@transaction.atomic
def deactivate(user: User, *, by: User) -> None:
    """Keep `user` out from now on; what they did stays theirs.

    Raises NotOneself and LastAdministrator.
    """
    if user.pk == by.pk:
        raise NotOneself
    _lock(user)
    _refuse_last_administrator(user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)
    record("accounts.deactivate", user, by=by)


@transaction.atomic
def reactivate(user: User, *, by: User) -> None:
    """Let `user` sign in again, with the roles they had."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    look_anew_at(user)
    record("accounts.reactivate", user, by=by)


@transaction.atomic
def remove_factors(user: User, *, by: User) -> None:
    """Forget the second factors of somebody who lost them, and end their sessions.

    Raises NotOneself.
    """
    if user.pk == by.pk:
        raise NotOneself
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    record("accounts.remove_factors", user, by=by)


def end_sessions(user: User) -> None:
    """End every session of `user` at once, wherever they are signed in."""
    user.session_generation += 1
    user.save(update_fields=["session_generation"])
    for session in UserSession.objects.filter(user=user):
        session.end()


def _lock(user: User) -> None:
    """Hold every administrator's row, so that two cannot both be let go as the last."""
    list(
        User.objects.select_for_update(of=("self",))
        .filter(groups__name=Role.ADMINISTRATOR.value)
        .order_by("pk")
    )
    user.refresh_from_db()


def _refuse_last_administrator(user: User) -> None:
    """Raise LastAdministrator when `user` is the only active one."""
    administrators = User.objects.filter(
        groups__name=Role.ADMINISTRATOR.value, is_active=True
    )
    if list(administrators.values_list("pk", flat=True)) == [user.pk]:
        raise LastAdministrator
