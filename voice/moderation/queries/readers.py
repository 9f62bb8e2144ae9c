"""Reads of who reads what: the surveys of a reader, the languages of their readers."""

from django.db.models import QuerySet

from surveys.models import Survey, SurveyMember
from surveys.queries.members import surveys_of
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.logic.wanted import Routes
from voice.moderation.queries.concerns import active_with


def surveys_to_moderate(user: User) -> QuerySet[Survey]:
    """Return the surveys whose comments `user` may read."""
    return surveys_of(user)


def readers_of(survey: Survey) -> QuerySet[User]:
    """Return the people who may sign in and read the comments of `survey`."""
    return active_with(Role.PARTICIPATION_WORKER).filter(
        survey_memberships__survey=survey
    )


def routes_for(user: User) -> Routes:
    """Return what `user` reads, and what is read by anybody in each of their surveys."""
    surveys = list(surveys_to_moderate(user).order_by().values_list("pk", flat=True))
    read: dict[int, set[str]] = {survey: set() for survey in surveys}
    members = SurveyMember.objects.filter(
        survey__in=surveys, user__in=active_with(Role.PARTICIPATION_WORKER).order_by()
    )
    for survey, codes in members.values_list("survey", "user__reads_languages"):
        read[survey] |= set(codes)
    return Routes(
        mine=frozenset(user.reads_languages),
        read={survey: frozenset(codes) for survey, codes in read.items()},
    )
