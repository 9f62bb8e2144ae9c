"""Who may change what the council says of itself, in sentences."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.council.queries.rota import duty_manager


def user_can_edit_council(user: Visitor) -> bool:
    """Say whether `user` may change name, help lines, duty hours and holidays."""
    return isinstance(user, User) and user.has_role(Role.ADMINISTRATOR, Role.WEB_EDITOR)


def user_may_see_rota(user: Visitor) -> bool:
    """Say whether `user` sees who is on duty: readers, leads, administrators, the manager."""
    return isinstance(user, User) and (
        user.has_role(
            Role.PARTICIPATION_WORKER, Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR
        )
        or is_duty_manager(user)
    )


def user_can_keep_rota(user: Visitor) -> bool:
    """Say whether `user` changes the rota and its times: leads, administrators, the manager."""
    return isinstance(user, User) and (
        user.has_role(Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR)
        or is_duty_manager(user)
    )


def is_duty_manager(user: Visitor) -> bool:
    """Say whether `user` is the duty manager named in the settings; one query a user."""
    if not isinstance(user, User):
        return False
    known = vars(user)
    if "_is_duty_manager" not in known:
        known["_is_duty_manager"] = duty_manager() == user
    return bool(known["_is_duty_manager"])
