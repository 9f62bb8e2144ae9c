"""Inviting somebody to work with Voice, and accepting it."""

from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.accounts import letters
from voice.accounts.domain.errors import AccountsError
from voice.accounts.enums import InvitationOrigin, Role
from voice.accounts.logic.secrets import new_token, token_hash
from voice.accounts.models import StaffInvitation, User
from voice.accounts.newly_known import look_anew_at
from voice.audit.domain.record import record

VALID_FOR = timedelta(days=7)


class AlreadyStaff(AccountsError):
    """Somebody with this address works with Voice, or did."""

    sentence = _("Somebody with this address is on the list already.")


class AlreadyInvited(AccountsError):
    """An invitation to this address waits to be accepted."""

    sentence = _("This address has been invited. Send that invitation again instead.")


class InvitationClosed(AccountsError):
    """The invitation was used, withdrawn, or is older than a week."""

    sentence = _("This invitation has been used, withdrawn, or is too old.")


@transaction.atomic
def invite_staff(
    email: str,
    *,
    name: str,
    roles: Sequence[Role],
    by: User | None,
    job_title: str = "",
) -> str:
    """Invite `email` by mail to work with Voice for a week; return the link's token.

    `by` is None when the command invites the first administrator. Only the token's
    hash is kept. Raises AlreadyStaff or AlreadyInvited.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise AlreadyStaff
    if _waiting().filter(email__iexact=email).exists():
        raise AlreadyInvited
    token = new_token()
    invitation = StaffInvitation.objects.create(
        email=email.lower(),
        name=name,
        job_title=job_title,
        roles=[role.value for role in roles],
        token_hash=token_hash(token),
        origin=InvitationOrigin.PERSON if by else InvitationOrigin.COMMAND,
        invited_by=by,
        expires_at=timezone.now() + VALID_FOR,
    )
    record("accounts.invite", invitation, by=by, roles=invitation.roles)
    if by:
        transaction.on_commit(lambda: letters.send_invitation(invitation, token))
    return token


@transaction.atomic
def resend_invitation(invitation: StaffInvitation, *, by: User | None) -> str:
    """Send a new link for another week; the old link stops working. Return the token.

    Raises InvitationClosed when it was accepted or withdrawn.
    """
    fresh = _waiting().select_for_update().filter(pk=invitation.pk).first()
    if fresh is None:
        raise InvitationClosed
    token = new_token()
    fresh.token_hash = token_hash(token)
    fresh.expires_at = timezone.now() + VALID_FOR
    fresh.save(update_fields=["token_hash", "expires_at"])
    record("accounts.resend_invitation", fresh, by=by)
    if by:
        transaction.on_commit(lambda: letters.send_invitation(fresh, token))
    return token


@transaction.atomic
def withdraw_invitation(invitation: StaffInvitation, *, by: User) -> None:
    """Make the link useless. Raises InvitationClosed when it was accepted already."""
    changed = _waiting().filter(pk=invitation.pk).update(withdrawn_at=timezone.now())
    if not changed:
        raise InvitationClosed
    record("accounts.withdraw_invitation", invitation, by=by)


@transaction.atomic
def accept_invitation(token: str, *, password: str) -> User:
    """Make the invited person's account with `password`, once; return it.

    Raises InvitationClosed, and ValidationError when the password is too weak.
    """
    found = _waiting().select_for_update().filter(token_hash=token_hash(token)).first()
    if found is None or not found.is_open:
        raise InvitationClosed
    if User.objects.filter(email__iexact=found.email).exists():
        raise AlreadyStaff
    user = User(email=found.email, name=found.name, job_title=found.job_title)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name__in=found.roles))
    look_anew_at(user)
    found.accepted_by, found.accepted_at = user, timezone.now()
    found.save(update_fields=["accepted_by", "accepted_at"])
    record("accounts.accept_invitation", found, by=user, roles=found.roles)
    return user


def _waiting() -> models.QuerySet[StaffInvitation]:
    """Return the invitations neither accepted nor withdrawn, however old."""
    return StaffInvitation.objects.filter(accepted_at=None, withdrawn_at=None)
