"""Who may reply, and who may say how a promise stands."""

from surveys.models import Consultation
from surveys.permissions import user_can_work_on_consultation
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.replies.models import Promise


def user_can_write_replies(user: Visitor) -> bool:
    """Participation workers write and publish replies."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_write_reply(user: Visitor, consultation: Consultation) -> bool:
    """Workers write the replies of the consultations they work on."""
    return user_can_work_on_consultation(user, consultation)


def user_can_see_replies(user: Visitor) -> bool:
    """Workers and action owners see how replies and promises stand."""
    return isinstance(user, User) and user.has_role(
        Role.PARTICIPATION_WORKER, Role.ACTION_OWNER
    )


def user_can_update_promise(user: Visitor, promise: Promise) -> bool:
    """Its consultation's workers may, and whoever owns the action it belongs to."""
    if user_can_write_reply(user, promise.reply.consultation):
        return True
    return user_owns_promise(user, promise)


def user_owns_promise(user: Visitor, promise: Promise) -> bool:
    """Whoever owns the action a promise belongs to owns the promise."""
    owns = promise.action is not None and promise.action.owner_id == user.pk
    return owns and isinstance(user, User) and user.has_role(Role.ACTION_OWNER)
