import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.replies import ReplyFactory, ReplyWordingFactory
from tests.replies.test_exports import wish

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply():
    made = ReplyFactory(published=True)
    ReplyWordingFactory(reply=made)
    return made


def address(reply):
    return reverse("replies:told_through_workers", args=[reply.consultation.slug])


def test_page_says_what_is_in_the_file_and_gives_it(sign_in, reply):
    worker = sign_in(UserFactory(worker=True))
    wish(reply.release.survey, 4)
    page = worker.get(address(reply))
    assert "Whose number it is stands on your own list" in page.parsed.text()
    taken = worker.post(address(reply))
    assert taken.headers["Content-Type"] == "text/csv"
    assert "Moves come with no warning" in taken.content.decode("utf-8-sig")


def test_where_nobody_asked_it_says_who_is_asked(sign_in, reply):
    page = sign_in(UserFactory(worker=True)).get(address(reply))
    assert "Nobody asked for it" in page.parsed.text()


def test_page_says_who_is_not_asked_and_why(sign_in, reply):
    worker = sign_in(UserFactory(worker=True))
    for _asked in range(2):
        text = worker.get(address(reply)).parsed.text()
        assert "Not asked: whoever came by an open link, in a room, on paper" in text
        wish(reply.release.survey, 4)


def test_a_reply_that_is_not_out_goes_to_nobody(sign_in):
    reply = ReplyFactory()
    assert sign_in(UserFactory(worker=True)).get(address(reply)).status_code == 404


def test_published_reply_leads_to_it(sign_in, reply):
    write = reverse("replies:write", args=[reply.consultation.slug])
    page = sign_in(UserFactory(worker=True)).get(write)
    assert address(reply) in page.content.decode()
