import pytest

from tests.factories.replies import PromiseFactory
from tests.factories.young_editors import (
    EditorsGroupFactory,
    asked_about,
    reply_to_read,
    said,
)
from voice.audit.models import Entry
from voice.replies.domain.errors import CannotPublishReply
from voice.replies.domain.replies import publish_reply, word_reply
from voice.replies.queries.to_look_at import stand_of_reply
from voice.young_editors.domain.groups import end_group
from voice.young_editors.domain.inviting import show_again, take_invitation_back
from voice.young_editors.enums import Verdict
from voice.young_editors.models import WithoutYes

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WHY = "The council elects on Thursday and nothing may go out after that."


@pytest.fixture
def writing():
    return reply_to_read()


def reworded(reply, by, words="Moves hurt."):
    word_reply(reply, language="en", you_said=words, we_did="Bags.", next="May.", by=by)


def refusals(reply, by, **more):
    with pytest.raises(CannotPublishReply) as refused:
        publish_reply(reply, by=by, **more)
    return refused.value.reasons


def test_their_yes_lets_it_out(writing):
    reply, by = writing
    said(asked_about(reply, by=by)[0])
    assert publish_reply(reply, by=by).is_published
    assert not WithoutYes.objects.exists()


def test_a_group_that_was_not_asked_holds_it_too(writing):
    reply, by = writing
    EditorsGroupFactory()
    assert refusals(reply, by) == [
        "No young editors have read these words. Ask a group to look, or say why it "
        "goes out without their yes."
    ]


@pytest.mark.parametrize("verdict", [None, Verdict.NOT_YET])
def test_silence_and_not_yet_hold_it(writing, verdict):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    if verdict:
        said(invitation, verdict, whole="Too long")
    assert "have not said yes" in refusals(reply, by)[0]


def test_a_yes_to_earlier_words_holds_it_until_they_said_yes_again(writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    said(invitation)
    reworded(reply, by)
    assert "have not said yes" in refusals(reply, by)[0]
    show_again(invitation, by=by)
    said(invitation)
    assert publish_reply(reply, by=by).is_published


def test_a_promise_moved_to_another_day_asks_again(writing):
    reply, by = writing
    promise = PromiseFactory(reply=reply)
    said(asked_about(reply, by=by)[0])
    assert stand_of_reply(reply).is_yes
    promise.due_on = promise.due_on.replace(year=promise.due_on.year + 1)
    promise.save()
    assert not stand_of_reply(reply).is_yes


def test_words_put_back_as_they_were_have_their_yes_again(writing):
    reply, by = writing
    reworded(reply, by)
    said(asked_about(reply, by=by)[0])
    reworded(reply, by, "Other words.")
    assert not stand_of_reply(reply).is_yes
    reworded(reply, by)
    assert stand_of_reply(reply).is_yes


def test_every_group_that_was_asked_says_yes(writing):
    reply, by = writing
    said(asked_about(reply, by=by)[0])
    second, _code = asked_about(reply, by=by)
    assert refusals(reply, by)
    said(second)
    assert publish_reply(reply, by=by).is_published


def test_a_not_yet_is_not_undone_by_ending_the_code(writing):
    reply, by = writing
    said(asked_about(reply, by=by)[0])
    second, _code = asked_about(reply, by=by)
    said(second, Verdict.NOT_YET, whole="No")
    take_invitation_back(second, by=by)
    assert refusals(reply, by)


def test_a_reason_lets_it_out_and_stays_for_the_board(writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    said(invitation, Verdict.NOT_YET, whole="Too long")
    publish_reply(reply, by=by, without_yes=WHY)
    row = WithoutYes.objects.get()
    assert (row.reason, row.said_not_yet) == (WHY, [invitation.group.name])
    entry = Entry.objects.get(verb="young_editors.go_without_yes")
    assert (entry.actor, entry.details["reason"]) == (by, WHY)


@pytest.mark.parametrize("why", ["", "no", "   "])
def test_a_reason_is_a_sentence(writing, why):
    reply, by = writing
    asked_about(reply, by=by)
    refusals(reply, by, without_yes=why)
    assert not WithoutYes.objects.exists()


def test_a_reason_does_not_stay_where_something_else_refuses_it(writing):
    reply, by = writing
    asked_about(reply, by=by)
    reworded(reply, by, "37 of you said so.")
    refusals(reply, by, without_yes=WHY)
    assert not WithoutYes.objects.exists()


def test_where_there_was_nobody_to_ask_the_board_is_told_so(writing):
    reply, by = writing
    end_group(EditorsGroupFactory(), by=by)
    publish_reply(reply, by=by)
    row = WithoutYes.objects.get()
    assert (row.nobody_to_ask, row.reason) == (True, "")
