"""Reads of what young people asked to be sorted out."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.moderation.enums import RequestState
from voice.moderation.models import PracticalRequest


def requests_of(user: Visitor) -> QuerySet[PracticalRequest]:
    """Return the requests of the surveys `user` runs: open ones first, oldest first."""
    return (
        PracticalRequest.objects.filter(survey__in=surveys_run_by(user))
        .select_related("survey", "owner", "settled_by")
        .defer("survey__questions", "sealed_words", "sealed_reach", "sealed_note")
        .annotate(
            is_over=Case(
                When(state=RequestState.OPEN, then=Value(0)),
                default=Value(1),
                output_field=IntegerField(),
            )
        )
        .order_by("is_over", "arrived_at", "pk")
    )


def may_own(survey: Survey) -> QuerySet[User]:
    """Return who may own a request of `survey`: whoever runs it and may sign in."""
    return User.objects.filter(
        survey_memberships__survey=survey, is_active=True
    ).order_by("name")
