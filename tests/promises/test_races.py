"""Of two people who decide at the same moment one wins and the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from voice.audit.models import Entry
from voice.moderation.domain.assigning import take_next
from voice.moderation.domain.concerns import decide_concern
from voice.moderation.domain.errors import AlreadyDecided, ConcernIsDecided
from voice.moderation.domain.reading import (
    approve_comment,
    pass_on_comment,
    redact_comment,
    withhold_comment,
)
from voice.moderation.enums import Outcome
from voice.moderation.logic.wanted import Wanted
from voice.moderation.models import Concern, Decision, Reading
from voice.releases.domain.releases import AlreadySettled, sign_release
from voice.releases.enums import ReleaseState
from voice.releases.models import Release

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]

RACES = 1000
# A reading is raced for again and again by putting back how it stood before.
COMMENTS = 20
FEWER = 100
# What a decision changes of a concern.
DECIDED = (
    "state",
    "outcome",
    "reference",
    "sealed_note",
    "decided_by",
    "decided_at",
    "keep_until",
)

VERBS = [
    lambda reading, by: approve_comment(
        reading, version=reading.version, may_count=True, may_quote=False, by=by
    ),
    lambda reading, by: redact_comment(
        reading,
        version=reading.version,
        passages=[(0, 4, "[name]")],
        may_count=True,
        may_quote=False,
        by=by,
    ),
    lambda reading, by: withhold_comment(
        reading, version=reading.version, reason="unkind", by=by
    ),
    lambda reading, by: pass_on_comment(reading, version=reading.version, by=by),
]
# Passing on raises a concern and rings people, and so takes longest: once in seven.
TURNS = (0, 1, 2, 0, 1, 2, 3)


@pytest.fixture
def race():
    """Return a function that has two do something at one moment, and returns both ends.

    An error that is expected comes back like anything else. Both keep their
    connection from race to race.
    """
    barrier = Barrier(2)

    def run(do, seat):
        barrier.wait(timeout=60)
        try:
            return do(seat)
        except (AlreadyDecided, ConcernIsDecided, AlreadySettled) as second:
            return second

    with ThreadPoolExecutor(2) as pool:

        def together(do):
            both = [pool.submit(run, do, seat) for seat in (0, 1)]
            return [one.result(timeout=60) for one in both]

        yield together
        together(lambda seat: connection.close())


def parted(results, kind):
    """Return the seat of the one who won, what came of it, and what the other was told."""
    (seat,) = [seat for seat in (0, 1) if isinstance(results[seat], kind)]
    return seat, results[seat], results[1 - seat]


def test_a_thousand_races_of_two_readers_lose_no_decision(race):
    readers = [UserFactory(worker=True), UserFactory(worker=True)]
    edition = ReadingFactory().comment.response.edition
    pks = [
        CommentFactory(
            response=ResponseFactory(edition=edition, finished=True)
        ).reading.pk
        for _ in range(COMMENTS)
    ]
    for number in range(RACES):
        pk = pks[number % COMMENTS]
        seen = [Reading.objects.select_related("comment").get(pk=pk) for _ in "ab"]

        def decide(seat, number=number, seen=seen):
            # Seven, so that each verb meets each other one on each comment.
            turn = (number + (number // len(TURNS)) * seat) % len(TURNS)
            return VERBS[TURNS[turn]](seen[seat], readers[seat])

        seat, decision, told = parted(race(decide), Decision)
        row = Reading.objects.get(pk=pk)
        assert (decision.state, decision.version) == (row.state, row.version)
        assert row.decided_by == decision.by == readers[seat]
        assert isinstance(told, AlreadyDecided)
        assert str(decision.by) in str(told.sentence)
        _stand_as_before(row)
    assert Decision.objects.count() == RACES


def test_a_hundred_races_for_the_next_comment_give_it_to_one(race):
    readers = [UserFactory(worker=True), UserFactory(worker=True)]
    first = ReadingFactory()
    edition = first.comment.response.edition
    second = CommentFactory(
        response=ResponseFactory(edition=edition, finished=True)
    ).reading

    def take(seat):
        return take_next(Wanted(), by=readers[seat])

    third = UserFactory(worker=True)
    for number in range(FEWER):
        there = [first, second][: 1 + number % 2]
        Reading.objects.update(assigned_to=None, assigned_at=None)
        if second not in there:
            take_next(Wanted(), by=third, skip=[first.pk])
        taken = [one for one in race(take) if one is not None]
        assert {one.pk for one in taken} == {one.pk for one in there}
        assert len(taken) == len(there)
        for one in taken:
            row = Reading.objects.get(pk=one.pk)
            assert row.assigned_to == one.assigned_to


def test_a_hundred_races_of_two_leads_keep_one_outcome(race):
    leads = [UserFactory(lead=True), UserFactory(lead=True)]
    concern = ConcernFactory(lead=leads[0], seen=True)
    before = Concern.objects.filter(pk=concern.pk).values(*DECIDED).get()
    outcomes = (Outcome.FRONT_DOOR, Outcome.ADVICE)

    def decide(seat):
        return decide_concern(
            concern,
            outcome=outcomes[seat],
            note=f"lead {seat}",
            reference=f"TEST-{seat}",
            by=leads[seat],
        )

    for _ in range(FEWER):
        seat, _won, told = parted(race(decide), Concern)
        row = Concern.objects.get(pk=concern.pk)
        assert isinstance(told, ConcernIsDecided)
        assert (row.outcome, row.decided_by) == (outcomes[seat], leads[seat])
        assert (row.reference, row.note()) == (f"TEST-{seat}", f"lead {seat}")
        Concern.objects.filter(pk=concern.pk).update(**before)
    assert Entry.objects.filter(verb="moderation.decide_concern").count() == FEWER


def test_a_hundred_races_of_two_signers_issue_a_release_once(race):
    survey = AnsweredSurveyFactory()
    signers = [UserFactory(worker=True), UserFactory(worker=True)]
    release = ReleaseFactory(survey=survey)
    proposer = release.signatures.get().by
    seen = [Release.objects.get(pk=release.pk) for _ in signers]

    for _ in range(FEWER):
        seat, _won, told = parted(
            race(lambda seat: sign_release(seen[seat], by=signers[seat])), Release
        )
        row = Release.objects.get(pk=release.pk)
        assert isinstance(told, AlreadySettled)
        assert row.is_issued
        assert {one.by for one in row.signatures.all()} == {proposer, signers[seat]}
        row.signatures.exclude(by=proposer).delete()
        Release.objects.filter(pk=row.pk).update(
            state=ReleaseState.PROPOSED, issued_at=None
        )
    assert Entry.objects.filter(verb="releases.sign").count() == FEWER


def _stand_as_before(row):
    """Put a decided row back to waiting in one statement, to be raced for again."""
    Concern.objects.filter(comment=row.comment_id).delete()
    Reading.objects.filter(pk=row.pk).update(
        state="waiting",
        version=row.version + 1,
        may_count=False,
        may_quote=False,
        sealed_kept=None,
        reason="",
        decided_by=None,
        decided_at=None,
    )
