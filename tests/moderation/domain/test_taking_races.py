from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from voice.moderation.domain.assigning import take_next
from voice.moderation.logic.wanted import Wanted
from voice.moderation.models import Reading

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.on_both,
]

READERS = 4
EACH = 12


def test_readers_who_take_at_the_same_moment_are_never_given_the_same():
    edition = ReadingFactory().comment.response.edition
    for _ in range(READERS * EACH - 1):
        CommentFactory(response=ResponseFactory(edition=edition, finished=True))
    readers = [UserFactory(worker=True) for _ in range(READERS)]
    barrier = Barrier(READERS)
    given = {reader.pk: [] for reader in readers}

    def take_some(reader):
        try:
            for _ in range(EACH):
                barrier.wait()
                taken = take_next(Wanted(), by=reader, skip=given[reader.pk])
                if taken is not None:
                    given[reader.pk].append(taken.pk)
        finally:
            barrier.abort()
            connection.close()

    threads = [Thread(target=take_some, args=(reader,)) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = [pk for taken in given.values() for pk in taken]
    assert len(everything) == len(set(everything)) == READERS * EACH
    for reader in readers:
        in_hand = Reading.objects.filter(assigned_to=reader)
        assert set(in_hand.values_list("pk", flat=True)) == set(given[reader.pk])
