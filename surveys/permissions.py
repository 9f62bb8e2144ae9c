"""What staff may do with surveys, as sentences."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor


def user_can_draft_surveys(user: Visitor) -> bool:
    """Say whether `user` may write, word and publish consultations and surveys."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_run_surveys(user: Visitor) -> bool:
    """Say whether `user` makes ways in and sees live counts; participation workers do."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)
