"""What happened to answers after a release counted them, for those who sign it."""

from dataclasses import dataclass

from django.db.models import Q

from surveys.enums import ResponseState
from voice.releases.models import Departure, Release


@dataclass(frozen=True, slots=True)
class Departed:
    """How many have gone, week by week, and how many quotes are of theirs."""

    weeks: list[Departure]
    quotes: int

    @property
    def number(self) -> int:
        """Return how many have gone altogether."""
        return sum(row.number for row in self.weeks)


def departed_from(release: Release) -> Departed:
    """Return what was taken back or erased since a release was proposed; two queries at most."""
    weeks = list(release.departures.all())
    if not weeks:
        return Departed([], 0)
    gone = Q(comment__taken_back=True) | Q(
        comment__response__state=ResponseState.WITHDRAWN
    )
    quotes = release.quotes.filter(gone, refused_by=None)
    return Departed(weeks, quotes.count())
