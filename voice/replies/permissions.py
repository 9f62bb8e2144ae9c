"""Who may reply, and who may say how a promise stands."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.replies.models import Promise


def user_can_write_replies(user: Visitor) -> bool:
    """Participation workers write and publish replies."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_see_replies(user: Visitor) -> bool:
    """Workers and action owners see how replies and promises stand."""
    return isinstance(user, User) and user.has_role(
        Role.PARTICIPATION_WORKER, Role.ACTION_OWNER
    )


def user_can_update_promise(user: Visitor, promise: Promise) -> bool:
    """Workers may, and whoever owns the action the promise belongs to."""
    if user_can_write_replies(user):
        return True
    owns = promise.action is not None and promise.action.owner_id == user.pk
    return owns and isinstance(user, User) and user.has_role(Role.ACTION_OWNER)
