"""Who may propose, sign and read releases, as sentences."""

from surveys.models import Survey
from surveys.permissions import user_can_run_survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import (
    Visitor,
    user_may_enter_board,
    user_may_enter_desk,
)
from voice.releases.models import Release

# They sign releases of any survey; workers those of the surveys they run.
SIGN_ANY = (Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR)
SIGNERS = (Role.PARTICIPATION_WORKER, *SIGN_ANY)


def user_can_propose_release(user: Visitor) -> bool:
    """Say whether `user` may propose releases of some survey: participation workers."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_propose_release_of(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may propose releases of this survey: its members."""
    return user_can_run_survey(user, survey)


def user_can_sign_releases(user: Visitor) -> bool:
    """Say whether `user` may look at what waits and sign what others proposed."""
    return isinstance(user, User) and user.has_role(*SIGNERS)


def user_can_sign_any_release(user: Visitor) -> bool:
    """Say whether `user` signs the releases of every survey."""
    return isinstance(user, User) and user.has_role(*SIGN_ANY)


def user_can_handle_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may look at this one while it waits.

    The survey's members, the data protection officer and administrators: a survey
    with one worker can still be signed by two people.
    """
    return user_can_sign_any_release(user) or user_can_run_survey(user, release.survey)


def user_can_sign_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may sign this one: it waits, and they have not signed it."""
    return (
        release.is_waiting
        and all(signature.by_id != user.pk for signature in release.signatures.all())
        and user_can_handle_release(user, release)
    )


def user_can_change_waiting_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may strike quotes from a waiting release, or drop it."""
    return release.is_waiting and user_can_handle_release(user, release)


def release_can_be_recalled(release: Release) -> bool:
    """Say whether there is something to take back: it was issued, and still stands."""
    return release.is_issued and not release.is_recalled


def user_can_recall_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may take this one back: issued, and theirs to have signed."""
    return release_can_be_recalled(release) and user_can_handle_release(user, release)


def user_can_read_releases(user: Visitor) -> bool:
    """Say whether `user` may read issued releases: everybody who works at the desk."""
    return user_may_enter_desk(user)


def user_can_read_release(user: Visitor, release: Release) -> bool:
    """Say whether `user` may read this one: issued, or theirs to sign."""
    if release.is_issued:
        return user_can_read_releases(user)
    return user_can_handle_release(user, release)


def user_can_take_out_releases(user: Visitor) -> bool:
    """Say whether `user` may have issued releases as files.

    Everybody who reads them, and the board, whose pages are made of them.
    """
    return user_can_read_releases(user) or user_may_enter_board(user)


def user_may_export_answers(user: Visitor) -> bool:
    """Say whether `user` may have the answers of some survey: participation workers."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_export_answers(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may have all answers of this survey as a file.

    Those who run it, who read its comments anyway. Nobody else: the board, officers
    and the public have releases; an hour of break-glass is for reading on the screen.
    """
    return user_can_run_survey(user, survey)
