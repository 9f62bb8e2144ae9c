"""Whose access was looked at, when, by whom; and whose is overdue."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from voice.accounts.holdings import Held, Words, held_by
from voice.accounts.models import AccessReview, User


@dataclass(frozen=True)
class Access:
    """One person: what they may see, when that was last looked at, and by when next."""

    person: User
    holds: list[tuple[Words, list[Held]]]
    last: AccessReview | None
    due: date

    @property
    def is_overdue(self) -> bool:
        """Say whether it should have been looked at before today."""
        return self.due < timezone.localdate()


def access_of_everybody() -> list[Access]:
    """Return everybody who may sign in, those overdue first, longest first."""
    people = list(User.objects.filter(is_active=True).prefetch_related("groups"))
    last: dict[int, AccessReview] = {}
    for review in AccessReview.objects.select_related("reviewed_by").order_by(
        "reviewed_at", "pk"
    ):
        last[review.user_id] = review
    holds = held_by([person.pk for person in people])
    rows = [
        Access(person, holds[person.pk], last.get(person.pk), _due(person, last))
        for person in people
    ]
    return sorted(rows, key=lambda row: (not row.is_overdue, row.due, row.person.name))


def overdue_reviews() -> int:
    """Return how many people's access should have been looked at by now."""
    people = list(User.objects.filter(is_active=True))
    last = {
        review.user_id: review
        for review in AccessReview.objects.order_by("reviewed_at")
    }
    return sum(_due(person, last) < timezone.localdate() for person in people)


def reviews_before(limit: int = 200) -> list[AccessReview]:
    """Return what reviews found, newest first."""
    found = AccessReview.objects.select_related("user", "reviewed_by")
    return list(found[:limit])


def _due(person: User, last: dict[int, AccessReview]) -> date:
    """Return the day by which somebody's access is looked at again."""
    review = last.get(person.pk)
    since = review.reviewed_at if review else person.date_joined
    return timezone.localdate(since) + timedelta(days=settings.ACCESS_REVIEW_DAYS)
