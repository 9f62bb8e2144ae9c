import pytest
from django.db import IntegrityError
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.replies import ReplyFactory, ReplyWordingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.mark.parametrize("half", ["published_by", "published_at", "release"])
def test_reply_is_published_whole_or_not_at_all(half):
    whole = {"published_by": UserFactory(), "published_at": timezone.now()}
    with pytest.raises(IntegrityError, match="reply_published_whole_or_not"):
        ReplyFactory(**whole | {half: None})


def test_reply_has_one_wording_a_language():
    wording = ReplyWordingFactory()
    with pytest.raises(IntegrityError):
        ReplyWordingFactory(reply=wording.reply)


def test_consultation_has_one_reply():
    reply = ReplyFactory()
    with pytest.raises(IntegrityError):
        ReplyFactory(release=reply.release)
