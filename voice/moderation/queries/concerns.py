"""Reads of concerns, and of the people they are for."""

from django.db.models import Case, IntegerField, QuerySet, When

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.enums import ConcernState
from voice.moderation.models import Concern


def concerns() -> QuerySet[Concern]:
    """Return every concern: those still open first, the oldest first."""
    return Concern.objects.select_related(
        "comment__question", "comment__survey", "raised_by", "seen_by", "decided_by"
    ).order_by(
        Case(
            When(state=ConcernState.DECIDED, then=1),
            default=0,
            output_field=IntegerField(),
        ),
        "raised_at",
    )


def active_with(role: Role) -> QuerySet[User]:
    """Return the people who hold `role` and may sign in."""
    return User.objects.filter(is_active=True, groups__name=role.value)
