import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.replies import ReleaseFactory, ReplyFactory, ReplyWordingFactory
from tests.factories.surveys import SurveyMemberFactory
from voice.releases.citing import citing
from voice.releases.domain.recalls import recall_release
from voice.replies.domain.readiness import reasons_not_to_publish
from voice.replies.queries import evidence_for

pytestmark = pytest.mark.django_db
WHY = "A class answered twice: zanzibarquokka."
QUOTE = "come wen u say"


@pytest.fixture
def reply():
    """Return a reply being written from a release with a quote, then recalled."""
    reply = ReplyFactory(release=ReleaseFactory(quotes=[QUOTE]))
    ReplyWordingFactory(reply=reply)
    recall_release(reply.release, why=WHY, by=UserFactory(worker=True))
    reply.release.refresh_from_db()
    return reply


def desk(sign_in, reply):
    """Return the page on which the reply is written."""
    worker = UserFactory(worker=True)
    SurveyMemberFactory(survey=reply.release.survey, user=worker)
    address = reverse("replies:write", args=[reply.consultation.slug])
    return sign_in(worker).get(address)


def test_reply_being_written_says_that_its_release_was_recalled(sign_in, reply):
    page = desk(sign_in, reply)
    assert WHY in page.parsed.text()
    assert QUOTE not in page.parsed.source
    options = [one.get("value") for one in page.parsed.all("option")]
    assert str(reply.release_id) not in options


def test_reply_from_a_recalled_release_is_not_published(reply):
    assert reasons_not_to_publish(reply)[0] == (
        "The release it speaks from was recalled. Choose another one."
    )
    assert evidence_for(reply.release) is None


def test_published_reply_says_it_at_the_desk(sign_in):
    reply = ReplyFactory(published=True)
    ReplyWordingFactory(reply=reply)
    recall_release(reply.release, why=WHY, by=UserFactory(worker=True))
    assert WHY in desk(sign_in, reply).parsed.text()


def test_whoever_recalls_is_told_of_the_reply(reply):
    [found] = citing(reply.release)
    assert found.href == reverse("replies:write", args=[reply.consultation.slug])
