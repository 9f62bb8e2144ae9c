from uuid import uuid4

import pytest

from surveys.models import Comment, Response
from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.replies.domain.replies import publish_reply, word_reply
from voice.young_editors.domain.answering import receive_answer
from voice.young_editors.domain.errors import NotOpen, WordsChanged
from voice.young_editors.domain.inviting import show_again, take_invitation_back
from voice.young_editors.enums import Verdict
from voice.young_editors.models import EditorsAnswer, EditorsComment

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def writing():
    return reply_to_read()


@pytest.fixture
def invitation(writing):
    reply, by = writing
    return asked_about(reply, by=by)[0]


def test_what_they_write_is_sealed_in_its_column(invitation):
    comment = said(invitation, whole="PLANTED too long").comments.get()
    row = EditorsComment.objects.filter(pk=comment.pk).values().get()
    assert b"PLANTED" not in bytes(row["sealed_words"])
    assert comment.words() == "PLANTED too long"


def test_what_they_write_is_no_response_and_no_comment_of_one(invitation):
    said(invitation, whole="Good")
    assert (Response.objects.count(), Comment.objects.count()) == (0, 0)


def test_the_same_page_sent_twice_is_one_answer(invitation):
    shown, once = invitation.shown.get(), uuid4()
    sent = {"once": once, "verdict": Verdict.YES, "language": "en", "comments": {}}
    assert receive_answer(shown, **sent) == receive_answer(shown, **sent)
    assert EditorsAnswer.objects.count() == 1


def test_an_answer_to_words_that_were_changed_is_not_taken(writing, invitation):
    reply, by = writing
    before = invitation.shown.get()
    word_reply(
        reply, language="en", you_said="Moves hurt.", we_did="Bags.", next="May.", by=by
    )
    show_again(invitation, by=by)
    with pytest.raises(WordsChanged):
        receive_answer(
            before, once=uuid4(), verdict=Verdict.YES, language="en", comments={}
        )


def test_nothing_is_taken_once_it_is_over(writing, invitation):
    take_invitation_back(invitation, by=writing[1])
    with pytest.raises(NotOpen):
        said(invitation)


def test_nothing_is_taken_once_it_is_out(writing, invitation):
    reply, by = writing
    said(invitation)
    publish_reply(reply, by=by)
    with pytest.raises(NotOpen):
        said(invitation, Verdict.NOT_YET, whole="Wait")
