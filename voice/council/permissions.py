"""Who may change what the council says of itself, in sentences."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor


def user_can_edit_council(user: Visitor) -> bool:
    """Say whether `user` may change name, help lines, duty hours and holidays."""
    return isinstance(user, User) and user.has_role(Role.ADMINISTRATOR, Role.WEB_EDITOR)
