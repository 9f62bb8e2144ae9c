"""What staff may do with comments and concerns, as sentences."""

from django.contrib.auth.models import AnonymousUser

from surveys.models import Survey
from surveys.permissions import user_can_run_survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.queries.break_glass import has_open, open_surveys
from voice.council.permissions import is_duty_manager
from voice.council.queries.rota import duty_manager

Visitor = User | AnonymousUser


def user_may_read_comments(user: Visitor) -> bool:
    """Say whether `user` reads what young people wrote; participation workers do.

    A safeguarding lead is not one of them unless they hold both roles. An
    administrator is, for the hour that two people broke the glass.
    """
    if not isinstance(user, User):
        return False
    return user.has_role(Role.PARTICIPATION_WORKER) or bool(open_surveys(user))


def user_may_sort_requests(user: Visitor) -> bool:
    """Say whether `user` sorts out what young people ask; participation workers do."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_moderate(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may read the comments of `survey`.

    Its members do; and an administrator to whom it was opened by break-glass.
    """
    return user_can_run_survey(user, survey) or has_open(user, survey.pk)


def user_can_decide(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may decide about the comments of `survey`: its members."""
    return user_can_run_survey(user, survey)


def user_may_find_cover(user: Visitor) -> bool:
    """Say whether `user` finds somebody else when no lead may see a concern.

    The duty manager and administrators: those whom such an alarm reaches. They see
    that something waits and since when.
    """
    return isinstance(user, User) and (
        user.has_role(Role.ADMINISTRATOR) or user == duty_manager()
    )


def user_can_read_concerns(user: Visitor) -> bool:
    """Say whether `user` may see concerns; safeguarding leads, nobody else."""
    return isinstance(user, User) and user.has_role(Role.SAFEGUARDING_LEAD)


def user_can_edit_screening(user: Visitor) -> bool:
    """Say whether `user` keeps the lists of screening; safeguarding leads do."""
    return isinstance(user, User) and user.has_role(Role.SAFEGUARDING_LEAD)


def user_may_be_thanked(user: Visitor) -> bool:
    """Say whether thanks of young people can be passed on to `user`.

    Anybody who works at the desk, where the letters are.
    """
    return isinstance(user, User) and user.has_role(*Role.at_the_desk())


def user_may_see_clocks(user: Visitor) -> bool:
    """Say whether `user` sees how long things wait: readers, leads, the duty manager."""
    return isinstance(user, User) and (
        user.has_role(Role.PARTICIPATION_WORKER, Role.SAFEGUARDING_LEAD)
        or is_duty_manager(user)
    )


def user_can_pause_text(user: Visitor) -> bool:
    """Say whether `user` closes and opens text questions: leads and the duty manager."""
    return isinstance(user, User) and (
        user.has_role(Role.SAFEGUARDING_LEAD) or is_duty_manager(user)
    )
