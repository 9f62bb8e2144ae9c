"""What each role may do with accounts, rooms and the audit, as sentences."""

from django.contrib.auth.models import AnonymousUser

from voice.accounts.enums import Role
from voice.accounts.models import User

Visitor = User | AnonymousUser


def _holds(user: Visitor, *roles: Role) -> bool:
    """Say whether `user` is signed in and holds one of `roles`."""
    return isinstance(user, User) and user.has_role(*roles)


def user_may_enter_desk(user: Visitor) -> bool:
    """Say whether `user` works at the desk; the board and web editors do not."""
    return _holds(user, *Role.at_the_desk())


def user_may_enter_board(user: Visitor) -> bool:
    """Say whether `user` may read the board's pages."""
    return _holds(user, *Role.reading_the_board())


def user_may_enter_admin(user: Visitor) -> bool:
    """Say whether `user` may enter the Wagtail admin, where surveys and pages are made."""
    return _holds(user, *Role.in_the_admin())


def user_may_invite_staff(user: Visitor) -> bool:
    """Say whether `user` may invite staff, change their roles and let them go."""
    return _holds(user, Role.ADMINISTRATOR)


def user_may_ask_break_glass(user: Visitor) -> bool:
    """Say whether `user` may ask to read a survey for an hour: administrators."""
    return _holds(user, Role.ADMINISTRATOR)


def user_may_see_break_glass(user: Visitor) -> bool:
    """Say whether `user` sees who asked for what, and may be the second person."""
    return _holds(user, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)


def user_may_review_access(user: Visitor) -> bool:
    """Say whether `user` looks at who may see what; nobody confirms themselves."""
    return _holds(user, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)


def user_may_read_audit(user: Visitor) -> bool:
    """Say whether `user` may read who did what; the data protection officer alone."""
    return _holds(user, Role.DATA_PROTECTION_OFFICER)
