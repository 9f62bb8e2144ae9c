"""Meets somebody whom the council's own identity provider vouches for."""

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from voice.accounts.models import StaffInvitation, User
from voice.accounts.newly_known import look_anew_at
from voice.audit.domain.record import record


class NotInvited(Exception):
    """Nobody with a proven address of theirs works with Voice; said to nobody."""


@transaction.atomic
def meet(account: SocialAccount, *, address: str) -> User:
    """Return who `account` is; tie it to them when they come this way first.

    By the proven `address`, of somebody who works here or whose invitation waits.
    Raises NotInvited; also when another account of the provider is theirs already.
    """
    known = SocialAccount.objects.filter(provider=account.provider, uid=account.uid)
    tied = known.select_related("user").first()
    if tied is not None:
        return _if_active(tied.user)
    if not address:
        raise NotInvited
    person = User.objects.filter(email__iexact=address).first()
    person = _if_active(person) if person else _accept(address)
    if SocialAccount.objects.filter(provider=account.provider, user=person).exists():
        raise NotInvited
    account.user = person
    account.save()
    record("accounts.tie_council_account", person, by=person)
    return person


def _if_active(person: User) -> User:
    """Return somebody who may sign in. Raises NotInvited."""
    if not person.is_active:
        raise NotInvited
    return person


def _accept(address: str) -> User:
    """Accept the invitation that waits for `address`, without a password."""
    waiting = StaffInvitation.objects.select_for_update().filter(
        email__iexact=address,
        accepted_at=None,
        withdrawn_at=None,
        expires_at__gt=timezone.now(),
    )
    found = waiting.first()
    if found is None:
        raise NotInvited
    person = User.objects.create_user(
        found.email, None, name=found.name, job_title=found.job_title
    )
    person.groups.set(Group.objects.filter(name__in=found.roles))
    look_anew_at(person)
    found.accepted_by, found.accepted_at = person, timezone.now()
    found.save(update_fields=["accepted_by", "accepted_at"])
    record("accounts.accept_invitation", found, by=person, roles=found.roles)
    return person
