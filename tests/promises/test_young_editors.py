"""Nothing that tells of a child reaches the young editors' page: drafts, and quotes two
people signed. And nothing they write reaches anybody but who wrote the draft."""

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import PracticalRequestFactory, ReadingFactory
from tests.factories.replies import ReleaseFactory, ReplyFactory, ReplyWordingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.young_editors import asked_about, said, writer_of
from voice.releases.enums import ReleaseState
from voice.releases.models import Release
from voice.young_editors.enums import Verdict

pytestmark = pytest.mark.django_db

SIGNED, UNSIGNED, SAID = "signedword", "unsignedword", "plumtree"


@pytest.fixture
def reply():
    """Return a reply beside which everything stands that could leak."""
    release = ReleaseFactory(quotes=[SIGNED])
    reply = ReplyFactory(release=release)
    ReplyWordingFactory(reply=reply)
    edition = release.survey.editions.get()
    ReadingFactory(
        approved=True,
        comment__words=SAID,
        comment__response=ResponseFactory(finished=True, edition=edition),
        by=UserFactory(worker=True),
    )
    CommentFactory(response=ResponseFactory(finished=True, edition=edition), words=SAID)
    PracticalRequestFactory(survey=release.survey)
    return reply


def everything_they_see(client, code):
    client.post(reverse("surveys:code"), {"code": code})
    pages = [client.get("/e/"), client.get("/e/?in=ur"), client.get("/e/sent/")]
    assert {page.status_code for page in pages} == {200}
    return "".join(page.parsed.source for page in pages)


def test_young_editors_see_drafts_and_signed_quotes_and_no_other_word(client, reply):
    _invitation, code = asked_about(reply, by=writer_of(reply))
    seen = everything_they_see(client, code)
    assert SIGNED in seen
    assert SAID not in seen


def test_a_quote_is_not_theirs_to_read_before_the_second_signature(client, reply):
    other = ReleaseFactory(consultation=reply.consultation, quotes=[UNSIGNED])
    Release.objects.filter(pk=other.pk).update(
        state=ReleaseState.PROPOSED, issued_at=None
    )
    reply.release = other
    reply.save()
    _invitation, code = asked_about(reply, by=writer_of(reply))
    assert UNSIGNED not in everything_they_see(client, code)


def test_what_one_group_wrote_is_read_by_no_other_group_and_no_other_worker(
    client, reply, sign_in
):
    by = writer_of(reply)
    first, _code = asked_about(reply, by=by)
    answer = said(first, Verdict.NOT_YET, whole="groupsword")
    _second, code = asked_about(reply, by=by)
    assert "groupsword" not in everything_they_see(client, code)
    theirs = reverse("young_editors:asked", args=[first.pk])
    assert sign_in(UserFactory(outsider=True)).get(theirs).status_code == 404
    assert answer.comments.get().words() == "groupsword"
    assert "groupsword" in sign_in(by).get(theirs).parsed.source
