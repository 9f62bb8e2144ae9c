"""Who works with young editors."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor


def user_can_ask_editors(user: Visitor) -> bool:
    """Say whether `user` makes groups and asks them; participation workers do.

    What they may show, and whose answers they read, goes by what they write.
    """
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)
