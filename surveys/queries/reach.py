"""How many were asked and how many have answered, for those who run the survey only.

Exact and live, but for batches of codes where names are not asked: those are told as
they were on Monday, everywhere, so that no difference between two numbers shows that
the young person who was just handed a code has answered.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Count, JSONField, Q, QuerySet, Value

from surveys.enums import InvitationKind, ResponseState
from surveys.logic.tallying import ALL
from surveys.models import (
    AskedGroup,
    CodeBatch,
    CountSheet,
    Invitation,
    Response,
    Survey,
)
from surveys.models.count_sheet import BY_INVITATION

# A start from which no page was sent (a tap too many) is not under way yet. Of those
# who left it is known how far they came, so that their answers need not be looked at.
LEFT = Q(state=ResponseState.UNDER_WAY, reached__gt=0)
STILL_GOING = Q(state=ResponseState.UNDER_WAY, reached=None) & ~Q(answers={})
IS_FINISHED = Q(state__in=sorted(ResponseState.heard()))
UNDER_WAY, FINISHED = "under way", "finished"
NO_CELLS = Value(None, output_field=JSONField())
TOLD_LIVE = Q(invitation__batch=None) | Q(invitation__batch__is_numbered=True)


@dataclass(frozen=True, slots=True)
class LiveCounts:
    """How many responses of a survey are under way, and how many finished."""

    under_way: int
    finished: int

    @property
    def started(self) -> int:
        """Return how many began: those under way and those who finished."""
        return self.under_way + self.finished

    def __add__(self, other: "LiveCounts") -> "LiveCounts":
        """Return both together."""
        return LiveCounts(
            self.under_way + other.under_way, self.finished + other.finished
        )

    def times(self, number: int) -> "LiveCounts":
        """Return as many of this."""
        return LiveCounts(self.under_way * number, self.finished * number)


NONE = LiveCounts(0, 0)


@dataclass(frozen=True, slots=True)
class Reach:
    """One way in: how many were asked through it, how many began and finished.

    `asked` is None where nobody has said. `groups` are who was asked. `as_on` is the
    Monday it tells of; None when it is live.
    """

    invitation: Invitation
    asked: int | None
    groups: tuple[AskedGroup, ...]
    counts: LiveCounts
    as_on: date | None


@dataclass(frozen=True, slots=True)
class ReachOfAll:
    """Several ways in together; `asked` is None as long as nobody has said of any."""

    asked: int | None
    counts: LiveCounts
    as_on: date | None
    ways: int


def live_counts(survey: Survey) -> LiveCounts:
    """Return the counts of `survey`, for those who run it."""
    return counts_of_surveys([survey.pk]).get(survey.pk, NONE)


def counts_of_surveys(
    surveys: Collection[int] | QuerySet[Survey],
) -> dict[int, LiveCounts]:
    """Return the counts of each of `surveys`, by id; two queries."""
    on_monday = {
        way: (survey, LiveCounts(under_way, finished))
        for way, survey, under_way, finished in CodeBatch.objects.filter(
            is_numbered=False, invitation__survey__in=surveys
        ).values_list("invitation", "invitation__survey", "under_way", "finished")
    }
    told = [
        (survey, one)
        for (survey, way), one in _by_way(Q(edition__survey__in=surveys)).items()
        if way not in on_monday
    ]
    counts: dict[int, LiveCounts] = {}
    for survey, one in [*told, *on_monday.values()]:
        counts[survey] = counts.get(survey, NONE) + one
    return counts


def _by_way(of: Q) -> dict[tuple[int, int], LiveCounts]:
    """Return the true counts of `of` surveys' responses by survey and way in.

    One query, so that a roll-up meanwhile counts nobody twice and misses nobody:
    what is on the sheets, what is not yet, and what an edition without a sheet has.
    """
    with_sheet = CountSheet.objects.filter(breakdown=BY_INVITATION).values("edition")
    without = ~Q(edition__in=with_sheet) & Q(packed__isnull=False)
    rows = _counted(of & IS_FINISHED & Q(packed=None), FINISHED).union(
        _counted(of & LEFT & Q(packed=None), UNDER_WAY),
        _counted(of & STILL_GOING & Q(packed=None), UNDER_WAY),
        _counted(of & IS_FINISHED & without, FINISHED),
        _on_sheets(of),
        all=True,
    )
    counts: dict[tuple[int, int], LiveCounts] = {}
    for survey, way, number, what, cells in rows:
        told = cells.get(ALL, {}).get(ALL, {}) if way is None else {way: number}
        one = LiveCounts(0, 1) if what == FINISHED else LiveCounts(1, 0)
        for key, many in told.items():
            place = (survey, int(key))
            counts[place] = counts.get(place, NONE) + one.times(many)
    return counts


def _counted(of: Q, what: str) -> "QuerySet[Response, tuple[Any, ...]]":
    """Return how many responses there are by survey and way in."""
    rows = Response.objects.filter(of).order_by()
    return rows.values_list("edition__survey", "invitation").annotate(
        number=Count("*"), what=Value(what), cells=NO_CELLS
    )


def _on_sheets(of: Q) -> "QuerySet[CountSheet, tuple[Any, ...]]":
    """Return the sheets by way in, in the columns of `_counted`."""
    rows = CountSheet.objects.filter(of, breakdown=BY_INVITATION).order_by()
    none = Value(None, output_field=BigIntegerField())
    return rows.annotate(way=none, number=Value(0), what=Value(FINISHED)).values_list(
        "edition__survey", "way", "number", "what", "cells"
    )


def reach_of(ways: Collection[Invitation]) -> list[Reach]:
    """Return the reach of each of `ways`, in their order; three queries."""
    pks = [way.pk for way in ways]
    surveys = {way.survey_id for way in ways}
    of = Q(edition__survey__in=surveys)
    counted = {way: one for (_survey, way), one in _by_way(of).items()}
    batches = {
        batch.invitation_id: batch
        for batch in CodeBatch.objects.defer("sealed_codes").filter(invitation__in=pks)
    }
    groups: dict[int, list[AskedGroup]] = {}
    for group in AskedGroup.objects.filter(invitation__in=pks):
        groups.setdefault(group.invitation_id, []).append(group)
    return [
        _reach(way, counted.get(way.pk, NONE), batches.get(way.pk), groups.get(way.pk))
        for way in ways
    ]


def by_kind(reaches: Collection[Reach]) -> dict[InvitationKind, ReachOfAll]:
    """Return the reach of several ways in by their kind, for kinds there are."""
    found: dict[InvitationKind, list[Reach]] = {}
    for reach in reaches:
        kind = InvitationKind(reach.invitation.kind)
        found.setdefault(kind, []).append(reach)
    return {kind: as_one(found[kind]) for kind in InvitationKind if kind in found}


def as_one(reaches: Collection[Reach]) -> ReachOfAll:
    """Return the reach of several ways in as one."""
    asked = [reach.asked for reach in reaches if reach.asked is not None]
    on = [reach.as_on for reach in reaches if reach.as_on is not None]
    counts = NONE
    for reach in reaches:
        counts += reach.counts
    return ReachOfAll(
        sum(asked) if asked else None, counts, min(on, default=None), len(reaches)
    )


def _reach(
    way: Invitation,
    counts: LiveCounts,
    batch: CodeBatch | None,
    groups: list[AskedGroup] | None,
) -> Reach:
    """Return the reach of one way in; of a batch without numbers, as on Monday."""
    as_on = None
    if batch is not None and not batch.is_numbered:
        counts, as_on = LiveCounts(batch.under_way, batch.finished), batch.counted_on
    asked = sum(group.asked for group in groups) if groups else None
    return Reach(way, asked, tuple(groups or ()), counts, as_on)
