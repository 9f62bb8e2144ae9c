"""Of two people who decide at the same moment one wins and the other is told."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from voice.moderation.domain.errors import AlreadyDecided
from voice.moderation.domain.reading import (
    approve_comment,
    pass_on_comment,
    redact_comment,
    withhold_comment,
)
from voice.moderation.models import Concern, Decision, Reading

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]

RACES = 1000
# A reading is raced for again and again by putting back how it stood before.
COMMENTS = 20

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


def test_a_thousand_races_of_two_readers_lose_no_decision():
    readers = [UserFactory(worker=True), UserFactory(worker=True)]
    edition = ReadingFactory().comment.response.edition
    pks = [
        CommentFactory(
            response=ResponseFactory(edition=edition, finished=True)
        ).reading.pk
        for _ in range(COMMENTS)
    ]
    barrier = Barrier(2)
    outcomes = Counter()

    def run(number, seat):
        """Decide as one of the two; return what was decided, or who was first."""
        reading = Reading.objects.get(pk=pks[number % COMMENTS])
        verb = VERBS[(number // COMMENTS + 2 * seat + number) % len(VERBS)]
        barrier.wait(timeout=60)
        try:
            return verb(reading, readers[seat])
        except AlreadyDecided as second:
            return str(second.sentence)

    def closed():
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        for number in range(RACES):
            both = [pool.submit(run, number, seat) for seat in (0, 1)]
            results = [one.result(timeout=60) for one in both]
            (decision,) = [one for one in results if isinstance(one, Decision)]
            (told,) = [one for one in results if isinstance(one, str)]
            row = Reading.objects.get(pk=pks[number % COMMENTS])
            assert decision.state == row.state
            assert decision.version == row.version
            assert row.decided_by == decision.by
            assert str(decision.by) in told
            outcomes[results.index(decision)] += 1
            _stand_as_before(row)
        for end in [pool.submit(closed) for _ in range(2)]:
            end.result()
    assert Decision.objects.count() == RACES
    assert sum(outcomes.values()) == RACES


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
