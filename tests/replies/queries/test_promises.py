import pytest

from tests.factories.replies import PromiseFactory, ReplyFactory
from voice.replies.queries import promises_late

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_promises_late_are_open_past_their_date_and_published(today, in_days):
    reply = ReplyFactory(published=True)
    moved = PromiseFactory(reply=reply, moved=True)
    oldest = PromiseFactory(reply=reply, due_on=in_days(-50))
    PromiseFactory(reply=reply, late=True, kept=True)
    PromiseFactory(reply=reply)
    PromiseFactory(late=True)
    assert list(promises_late(today)) == [oldest, moved]
