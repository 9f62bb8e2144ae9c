"""Reads of concerns, and of the people they are for."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, QuerySet, When
from django.db.models.functions import Coalesce

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.enums import ConcernState
from voice.moderation.models import Concern, Wall

OPEN = sorted(state.value for state in ConcernState.open())


def concerns_for(lead: User) -> QuerySet[Concern]:
    """Return every concern that `lead` is not walled off from, open ones first.

    Wishes that came together stand together.

    Every list, count and page of a lead starts here: a concern behind a wall is
    answered like one that does not exist.
    """
    return (
        Concern.objects.filter(~Exists(_walls_that_stand().filter(user=lead)))
        .select_related("survey", "raised_by", "seen_by", "acted_by", "decided_by")
        .order_by(
            Case(
                When(state=ConcernState.DECIDED, then=1),
                default=0,
                output_field=IntegerField(),
            ),
            Coalesce("told_with__raised_at", "raised_at"),
            Coalesce("told_with", "id"),
            "raised_at",
        )
    )


def counts_by_state(concerns: QuerySet[Concern]) -> dict[str, int]:
    """Return how many of `concerns` are in each state; states of none too."""
    found = dict(concerns.order_by().values_list("state").annotate(Count("pk")))
    return {state.value: found.get(state.value, 0) for state in ConcernState}


def undecided_concerns(*, raised_before: datetime | None = None) -> QuerySet[Concern]:
    """Return the concerns that nobody has decided yet, the oldest first.

    For clocks: they need ids and times, never words. `raised_before` leaves out newer.
    """
    found = Concern.objects.filter(state__in=OPEN).order_by("raised_at")
    return found if raised_before is None else found.filter(raised_at__lt=raised_before)


def raised_by(user: User) -> QuerySet[Concern]:
    """Return what `user` passed on as a reader, newest first; no words, no outcome."""
    return (
        Concern.objects.filter(raised_by=user)
        .only(
            "id",
            "survey",
            "raised_at",
            "raised_by",
            "seen_at",
            "decided_at",
            "state",
            "escalated_at",
        )
        .select_related("survey")
        .order_by("-raised_at")
    )


def walled_off(concern: Concern) -> QuerySet[User]:
    """Return the people who must not see `concern`."""
    return User.objects.filter(
        Exists(
            Wall.objects.filter(
                concern=concern, user=OuterRef("pk"), taken_down_at=None
            )
        )
    )


def leads_who_may_see(concern: Concern) -> QuerySet[User]:
    """Return the safeguarding leads whom no wall keeps out."""
    return active_with(Role.SAFEGUARDING_LEAD).exclude(pk__in=walled_off(concern))


def people_who_may_be_named(concern: Concern) -> QuerySet[User]:
    """Return everybody who may sign in and is not walled off yet."""
    return (
        User.objects.filter(is_active=True)
        .exclude(pk__in=walled_off(concern))
        .order_by("name")
    )


def uncovered_for(user: User) -> list[Concern]:
    """Return the undecided concerns that no lead may see, but for those about `user`."""
    hidden = Wall.objects.filter(user=user, taken_down_at=None).values("concern")
    walled = undecided_concerns().filter(walls__taken_down_at=None).distinct()
    return [
        concern
        for concern in walled.exclude(pk__in=hidden)
        if not leads_who_may_see(concern).exists()
    ]


def hidden_from(user: User) -> Iterable[str]:
    """Return the ids of the concerns that `user` is walled off from, as text."""
    walls = Wall.objects.filter(user=user, taken_down_at=None)
    return [str(pk) for pk in walls.values_list("concern_id", flat=True)]


def active_with(role: Role) -> QuerySet[User]:
    """Return the people who hold `role` and may sign in."""
    return User.objects.filter(is_active=True, groups__name=role.value)


def _walls_that_stand() -> QuerySet[Wall]:
    """Return the walls around the concern of the outer query."""
    return Wall.objects.filter(concern=OuterRef("pk"), taken_down_at=None)
