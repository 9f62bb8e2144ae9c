"""What staff may do with surveys, as sentences."""

from surveys.models import Consultation, Survey
from surveys.queries.members import consultations_of, surveys_run_by
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.council.permissions import is_duty_manager


def user_can_draft_surveys(user: Visitor) -> bool:
    """Say whether `user` may write, word and publish consultations and surveys."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_run_surveys(user: Visitor) -> bool:
    """Say whether `user` makes ways in and sees live counts; participation workers do."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_run_survey(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` runs this one: a worker, and a member of it."""
    return surveys_run_by(user).filter(pk=survey.pk).exists()


def user_can_work_on_consultation(user: Visitor, consultation: Consultation) -> bool:
    """Say whether `user` runs a survey of it, or nobody has begun one in it yet."""
    return consultations_of(user).filter(pk=consultation.pk).exists()


def user_may_see_members(user: Visitor) -> bool:
    """Say whether `user` may see who runs some survey: workers and administrators."""
    return isinstance(user, User) and user.has_role(
        Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR
    )


def user_can_change_members(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may say who runs `survey`: its members, and administrators.

    An administrator hands a leaver's survey over; they never become a member.
    """
    if isinstance(user, User) and user.has_role(Role.ADMINISTRATOR):
        return True
    return user_can_run_survey(user, survey)


def user_can_allow_reading(user: Visitor) -> bool:
    """Say whether `user` may allow more comments than readers have hours for.

    The duty manager named in the settings, and administrators.
    """
    return isinstance(user, User) and (
        user.has_role(Role.ADMINISTRATOR) or is_duty_manager(user)
    )


def user_may_see_reading_time(user: Visitor) -> bool:
    """Say whether `user` may see whether some survey's readers have the time."""
    return user_can_run_surveys(user) or user_can_allow_reading(user)


def user_may_erase(user: Visitor) -> bool:
    """Say whether `user` may erase a known young person's answers in some survey.

    Workers in the surveys they run; the data protection officer in all.
    """
    return isinstance(user, User) and user.has_role(
        Role.PARTICIPATION_WORKER, Role.DATA_PROTECTION_OFFICER
    )
