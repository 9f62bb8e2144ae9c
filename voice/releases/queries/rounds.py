"""Rounds side by side: the newest release of each survey, and rounds from before Voice."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from surveys.models import Survey
from voice.releases.logic.side_by_side import Joined, RoundTold, joined
from voice.releases.logic.tables import audience_told
from voice.releases.models import EarlierRound, Release
from voice.releases.queries.earlier_rounds import earlier_rounds
from voice.releases.queries.releases import issued_releases


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round: a release, or one from another tool, and the day it was told on."""

    told: RoundTold
    on: date
    release: Release | None = None
    earlier: EarlierRound | None = None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The rounds that share a question with a survey, the oldest first."""

    rounds: list[RoundLine]
    questions: list[Joined]


def side_by_side(survey: Survey) -> SideBySide | None:
    """Return a survey's questions over rounds; None when nothing is told of it.

    Of each survey its newest release alone: those before it count the same people.
    What another audience said is no round of it.
    Raises ReleaseAltered and RoundAltered.
    """
    lines = sorted(
        [*_released(survey.audience), *map(_from_before, earlier_rounds(survey))],
        key=lambda one: one.on,
    )
    if all(one.told.survey != survey.pk for one in lines):
        return None
    shared = joined([one.told for one in lines], survey=survey.pk)
    used = sorted(
        {at for one in shared for at in (*one.places, *one.apart)}
        | {at for at, one in enumerate(lines) if one.told.survey == survey.pk}
    )
    lines = [lines[at] for at in used]
    return SideBySide(lines, joined([one.told for one in lines], survey=survey.pk))


def _released(audience: str) -> list[RoundLine]:
    """Return the newest release of each survey of an audience."""
    newest: dict[int, Release] = {}
    for release in issued_releases():
        if audience_told(release.tables) != audience:
            continue
        newest.setdefault(release.survey_id, release)
    return [
        RoundLine(
            RoundTold(
                release.tables["survey"]["title"], release.survey_id, release.tables
            ),
            timezone.localdate(release.issued_at),
            release=release,
        )
        for release in newest.values()
    ]


def _from_before(earlier: EarlierRound) -> RoundLine:
    """Return an earlier round as a line."""
    told = RoundTold(earlier.title, earlier.survey_id, earlier.tables)
    return RoundLine(told, earlier.held_on, earlier=earlier)
