"""What young people wrote reaches a public page through a signed release, or not at all."""

import pytest

from cms.models import HomePage
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_of
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.surveys import ResponseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply():
    release = ReleaseFactory(consultation__closed=True, quotes=["signedword"])
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    PromiseFactory(reply=reply)
    return reply


def everything_public(client, consultation):
    addresses = ["/help/", "/en/", "/ur/", "/ur/about/"]
    addresses += [page_of(consultation, language=code).url for code in ("en", "ur")]
    home = HomePage.objects.get(locale__language_code="en")
    addresses += [page.url for page in home.get_children().live()]
    pages = [client.get(address) for address in addresses]
    assert {page.status_code for page in pages} == {200}
    return "".join(page.parsed.source for page in pages)


@pytest.mark.parametrize("how", ["approved", "withheld", "passed_on"])
def test_comment_outside_a_release_never_reaches_a_public_page(client, reply, how):
    edition = reply.release.survey.editions.get()
    ReadingFactory(
        **{how: True},
        comment__words="plumtree",
        comment__response=ResponseFactory(finished=True, edition=edition),
        by=UserFactory(worker=True),
    )
    seen = everything_public(client, reply.consultation)
    assert "signedword" in seen
    assert "plumtree" not in seen


def test_reply_being_written_never_reaches_a_public_page(client):
    draft = ReplyFactory(release=ReleaseFactory(consultation__overdue=True))
    ReplyWordingFactory(reply=draft, you_said="plumtree")
    PromiseFactory(reply=draft, text="plumtree")
    seen = everything_public(client, draft.consultation)
    assert "Our reply is late" in seen
    assert "plumtree" not in seen


def test_exact_count_never_reaches_a_public_page(client, reply):
    type(reply.release).objects.filter(pk=reply.release_id).update(counted=167123)
    assert "167123" not in everything_public(client, reply.consultation)
