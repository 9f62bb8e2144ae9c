"""Who may propose, sign and read releases, as sentences."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor, user_may_enter_desk
from voice.releases.models import Release

SIGNERS = (
    Role.PARTICIPATION_WORKER,
    Role.DATA_PROTECTION_OFFICER,
    Role.ADMINISTRATOR,
)


def user_can_propose_release(user: Visitor) -> bool:
    """Say whether `user` may propose releases: participation workers."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_sign_releases(user: Visitor) -> bool:
    """Say whether `user` may look at what waits and sign what others proposed."""
    return isinstance(user, User) and user.has_role(*SIGNERS)


def user_can_sign_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may sign this one: it waits, and they have not signed it."""
    return (
        user_can_sign_releases(user)
        and release.is_waiting
        and all(signature.by_id != user.pk for signature in release.signatures.all())
    )


def user_can_change_waiting_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may strike quotes from a waiting release, or drop it."""
    return user_can_sign_releases(user) and release.is_waiting


def user_can_read_releases(user: Visitor) -> bool:
    """Say whether `user` may read issued releases: everybody who works at the desk."""
    return user_may_enter_desk(user)


def user_can_read_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may read this one: issued, or theirs to sign."""
    if release.is_issued:
        return user_can_read_releases(user)
    return user_can_sign_releases(user)
