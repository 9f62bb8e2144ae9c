"""Who may read, write and update the statement, as sentences."""

from voice.accounts.enums import Role
from voice.accounts.permissions import Visitor
from voice.statement.models import Action

EDITORS = (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)


def user_can_edit_statement(user: Visitor) -> bool:
    """Say whether `user` writes the statement and adds evidence to it."""
    return user.is_authenticated and user.has_role(*EDITORS)


def user_can_read_statement(user: Visitor) -> bool:
    """Say whether `user` reads the statement at the desk: editors and action owners."""
    return user.is_authenticated and user.has_role(*EDITORS, Role.ACTION_OWNER)


def user_can_update_action(user: Visitor, action: Action) -> bool:
    """Say whether `user` may say how `action` stands: its owner, or an editor."""
    if user_can_edit_statement(user):
        return True
    return user_can_read_statement(user) and action.owner_id == user.pk


def user_owns_actions(user: Visitor) -> bool:
    """Say whether `user` is here to own actions."""
    return user.is_authenticated and user.has_role(Role.ACTION_OWNER)
