from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from voice.moderation.domain.errors import AlreadyDecided
from voice.moderation.domain.reading import approve_comment, pass_on_comment
from voice.moderation.models import Concern, Decision, Reading

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.on_both,
]

RACES = 50


def race(reading, readers):
    barrier = Barrier(2)
    told = []

    def approve(by):
        approve_comment(reading, version=1, may_count=True, may_quote=False, by=by)

    def pass_on(by):
        pass_on_comment(reading, version=1, by=by)

    def run(verb, by):
        try:
            barrier.wait()
            verb(by)
        except AlreadyDecided as second:
            told.append(str(second.sentence))
        finally:
            connection.close()

    threads = [
        Thread(target=run, args=(verb, by))
        for verb, by in zip((approve, pass_on), readers, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def test_of_two_readers_one_wins_and_the_other_is_told_who():
    readers = [UserFactory(worker=True), UserFactory(worker=True)]
    edition = ReadingFactory().comment.response.edition
    for _ in range(RACES):
        response = ResponseFactory(edition=edition, finished=True)
        reading = CommentFactory(response=response).reading
        told = race(reading, readers)
        row = Reading.objects.get(pk=reading.pk)
        (decision,) = Decision.objects.filter(reading=row)
        assert (row.version, decision.version) == (2, 2)
        assert decision.state == row.state
        assert len(told) == 1
        assert str(decision.by) in told[0]
        raised = Concern.objects.filter(comment=row.comment).count()
        assert raised == (row.state == "passed_on")
    assert Group.objects.exists()
