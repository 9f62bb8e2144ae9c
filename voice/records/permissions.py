"""Who may read and keep the records, in sentences."""

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor


def user_may_read_records(user: Visitor) -> bool:
    """Say whether `user` may read what is kept and why: officer and administrator."""
    return isinstance(user, User) and user.has_role(
        Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR
    )


def user_may_write_records(user: Visitor) -> bool:
    """Say whether `user` may write the council's own words in them: the officer."""
    return isinstance(user, User) and user.has_role(Role.DATA_PROTECTION_OFFICER)


def user_may_keep_breaches(user: Visitor) -> bool:
    """Say whether `user` keeps the register of breaches: officer, safeguarding lead."""
    return isinstance(user, User) and user.has_role(
        Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD
    )


def user_may_answer_access_requests(user: Visitor) -> bool:
    """Say whether `user` may see all that is held about one response: the officer."""
    return isinstance(user, User) and user.has_role(Role.DATA_PROTECTION_OFFICER)
