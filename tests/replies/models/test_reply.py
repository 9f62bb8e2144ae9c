import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.replies import EasyRowFactory, ReplyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.mark.parametrize("half", ["published_by", "published_at", "release"])
def test_reply_is_published_whole_or_not_at_all(half):
    whole = {"published_by": UserFactory(), "published_at": timezone.now()}
    with pytest.raises(IntegrityError, match="reply_published_whole_or_not"):
        ReplyFactory(**whole | {half: None})


@pytest.mark.parametrize("why", ["without_answers", "of_few"])
def test_reply_without_a_release_keeps_why(why):
    out = {"published": True, why: True}
    reply = ReplyFactory(release=None, **out)
    assert reply.is_published
    assert reply.is_from_no_release
    with pytest.raises(IntegrityError, match="reply_published_whole_or_not"):
        ReplyFactory(**out)


def test_reply_has_one_reason_to_speak_from_no_release():
    both = {"without_answers": True, "of_few": True}
    with pytest.raises(IntegrityError, match="reply_published_whole_or_not"):
        ReplyFactory(release=None, published=True, **both)


def test_easy_read_has_a_row_a_place_and_each_has_a_picture_and_words():
    row = EasyRowFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        EasyRowFactory(reply=row.reply)
    with pytest.raises(IntegrityError, match="easy_row_has_picture_and_words"):
        EasyRowFactory(reply=row.reply, place=2, words="")


@pytest.mark.parametrize(("part", "why"), [("", ""), ("we_did", "Not ours.")])
def test_theme_is_answered_somewhere_or_there_is_a_reason(part, why):
    with pytest.raises(IntegrityError, match="theme_answer_somewhere_or_why_not"):
        ReplyFactory(themes=[]).theme_answers.create(theme="moves", part=part, why=why)


def test_theme_is_answered_once():
    reply = ReplyFactory(themes=["moves"])
    with pytest.raises(IntegrityError):
        reply.theme_answers.create(theme="moves", part="we_will")


def test_correction_says_something():
    reply = ReplyFactory(published=True)
    with pytest.raises(IntegrityError, match="correction_says_something"):
        reply.corrections.create(language="en", text="", by=reply.published_by)


def test_consultation_has_one_reply():
    reply = ReplyFactory()
    with pytest.raises(IntegrityError):
        ReplyFactory(release=reply.release)
