"""Reads of who reads what: the surveys of a reader, the languages of their readers."""

from collections import defaultdict

from django.db.models import QuerySet

from surveys.models import Survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.logic.wanted import Routes
from voice.moderation.queries.concerns import active_with


def surveys_to_moderate(user: User) -> QuerySet[Survey]:
    """Return the surveys whose comments `user` may read."""
    if not user.has_role(Role.PARTICIPATION_WORKER):
        return Survey.objects.none()
    return Survey.objects.all()


def readers_of(survey: Survey) -> QuerySet[User]:
    """Return the people who may sign in and read the comments of `survey`."""
    return active_with(Role.PARTICIPATION_WORKER)


def routes_for(user: User) -> Routes:
    """Return what `user` reads, and what is read by anybody in each of their surveys."""
    read: dict[int, set[str]] = defaultdict(set)
    languages = active_with(Role.PARTICIPATION_WORKER).values_list(
        "reads_languages", flat=True
    )
    everybody = {code for codes in languages for code in codes}
    for survey in surveys_to_moderate(user).values_list("pk", flat=True):
        read[survey] |= everybody
    return Routes(
        mine=frozenset(user.reads_languages),
        read={survey: frozenset(codes) for survey, codes in read.items()},
    )
