"""Reads staff and their invitations."""

from django.db.models import QuerySet
from django.utils import timezone

from voice.accounts.logic.secrets import token_hash
from voice.accounts.models import StaffInvitation, User


def all_staff() -> QuerySet[User]:
    """Return everyone who works with Voice or did, by name, with their roles."""
    return User.objects.prefetch_related("groups").order_by("-is_active", "name")


def waiting_invitations() -> QuerySet[StaffInvitation]:
    """Return the invitations neither accepted nor withdrawn, newest first."""
    found = StaffInvitation.objects.filter(accepted_at=None, withdrawn_at=None)
    return found.select_related("invited_by")


def open_invitation(token: str) -> StaffInvitation | None:
    """Return the invitation this token opens now; None when none does."""
    found = StaffInvitation.objects.filter(
        token_hash=token_hash(token),
        accepted_at=None,
        withdrawn_at=None,
        expires_at__gt=timezone.now(),
    )
    return found.first()
