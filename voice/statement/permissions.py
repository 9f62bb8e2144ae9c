"""Who may read, write and update the statement, as sentences."""

from voice.accounts.enums import Role
from voice.accounts.permissions import Visitor
from voice.statement.models import Action, Evidence
from voice.themes.models import Theme
from voice.themes.permissions import user_can_use_codebook, user_may_use_codebooks

EDITORS = (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)


def user_can_edit_statement(user: Visitor) -> bool:
    """Say whether `user` writes the statement and adds evidence to it."""
    return user.is_authenticated and user.has_role(*EDITORS)


def user_can_read_statement(user: Visitor) -> bool:
    """Say whether `user` reads the statement at the desk: editors and action owners."""
    return user.is_authenticated and user.has_role(*EDITORS, Role.ACTION_OWNER)


def user_can_update_action(user: Visitor, action: Action) -> bool:
    """Say whether `user` may say how `action` stands.

    Its owner, those of its task group, and whoever writes the statement.
    """
    if user_can_edit_statement(user):
        return True
    if not user.is_authenticated or not user_can_read_statement(user):
        return False
    if action.owner_id == user.pk:
        return True
    group = action.task_group
    return group is not None and group.members.filter(pk=user.pk).exists()


def user_can_answer_challenge(user: Visitor, evidence: Evidence) -> bool:
    """Say whether `user` may answer `evidence`: an editor, or its action's owner."""
    if evidence.action is None:
        return user_can_edit_statement(user)
    return user_can_update_action(user, evidence.action)


def user_owns_actions(user: Visitor) -> bool:
    """Say whether `user` is here to own actions."""
    return user.is_authenticated and user.has_role(Role.ACTION_OWNER)


def user_can_see_theme(user: Visitor, theme: Theme, *, is_told: bool) -> bool:
    """Say whether `user` may see `theme` at all, a release telling it or not.

    That a theme is there tells that somebody said it: untold, it is for those who use
    its codebook.
    """
    if not user_can_read_statement(user):
        return False
    if is_told:
        return True
    return user_may_use_codebooks(user) and user_can_use_codebook(user, theme.codebook)
