"""What staff may do with comments and concerns, as sentences."""

from django.contrib.auth.models import AnonymousUser

from surveys.models import Survey
from voice.accounts.enums import Role
from voice.accounts.models import User

Visitor = User | AnonymousUser


def user_may_read_comments(user: Visitor) -> bool:
    """Say whether `user` reads what young people wrote; participation workers do.

    A safeguarding lead is not one of them unless they hold both roles.
    """
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_moderate(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may read and decide the comments of `survey`."""
    return user_may_read_comments(user)


def user_can_read_concerns(user: Visitor) -> bool:
    """Say whether `user` may see concerns; safeguarding leads, nobody else."""
    return isinstance(user, User) and user.has_role(Role.SAFEGUARDING_LEAD)


def user_may_be_thanked(user: Visitor) -> bool:
    """Say whether thanks of young people can be passed on to `user`.

    Anybody who works at the desk, where the letters are.
    """
    return isinstance(user, User) and user.has_role(*Role.at_the_desk())
