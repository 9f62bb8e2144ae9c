import pytest

from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.young_editors.domain.errors import NothingToSay
from voice.young_editors.domain.telling import tell_what_came_of_it
from voice.young_editors.domain.worries import pass_answer_on
from voice.young_editors.enums import CameOfIt, Verdict
from voice.young_editors.models import EditorsComment
from voice.young_editors.queries.told import told_of
from voice.young_editors.queries.waits import waits_for

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def writing():
    return reply_to_read()


@pytest.fixture
def invitation(writing):
    reply, by = writing
    return asked_about(reply, by=by)[0]


@pytest.fixture
def comment(invitation):
    key = invitation.shown.get().read()[0].key
    return said(invitation, Verdict.NOT_YET, **{key: "Too soft"}).comments.get()


def test_the_group_is_told_about_which_words_and_what_came_of_it(
    writing, invitation, comment
):
    tell_what_came_of_it(
        comment, came_of_it=CameOfIt.CHANGED, told="It says hurt now.", by=writing[1]
    )
    told = told_of(invitation)
    (came,) = told.came
    assert (came.heading, came.told, told.waiting) == (
        "You said",
        "It says hurt now.",
        0,
    )


def test_what_they_are_told_is_sealed_too(writing, comment):
    tell_what_came_of_it(
        comment, came_of_it=CameOfIt.CHANGED, told="PLANTED", by=writing[1]
    )
    row = EditorsComment.objects.filter(pk=comment.pk).values().get()
    assert b"PLANTED" not in bytes(row["sealed_told"])


def test_not_changed_says_why(writing, comment):
    with pytest.raises(NothingToSay):
        tell_what_came_of_it(
            comment, came_of_it=CameOfIt.NOT_CHANGED, told=" ", by=writing[1]
        )


def test_what_the_leads_have_is_answered_by_nobody_else(writing, comment):
    pass_answer_on(comment.answer, by=writing[1])
    with pytest.raises(NothingToSay):
        tell_what_came_of_it(
            comment, came_of_it=CameOfIt.CHANGED, told="Thanks", by=writing[1]
        )


def test_what_waits_stands_on_the_workers_first_page(writing, comment):
    by = writing[1]
    assert waits_for(by) == "1 comment of young editors waits for your answer."
    tell_what_came_of_it(comment, came_of_it=CameOfIt.CHANGED, told="", by=by)
    assert waits_for(by) == ""
