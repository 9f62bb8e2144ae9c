import pytest

from surveys.enums import ResponseState
from surveys.models import Comment, Response
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import CommentFactory, EditionFactory, ResponseFactory
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.kept import kept_readings
from voice.moderation.queries.kept_rows import decided_to_keep, held_back_rows

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def reading_in(edition, **said):
    response = ResponseFactory(edition=edition, finished=True)
    return ReadingFactory(comment=CommentFactory(response=response), **said)


def test_both_ways_of_finding_what_is_kept_say_the_same():
    edition = EditionFactory()
    stays = [reading_in(edition, approved=True), reading_in(edition, redacted=True)]
    for state in ResponseState:
        changed = reading_in(edition, approved=True)
        Response.objects.filter(pk=changed.comment.response_id).update(
            state=state, capability_hash=None, return_hash=None, receipt_hash=None
        )
        if state in ResponseState.heard():
            stays.append(changed)
    taken_back = reading_in(edition, approved=True)
    Comment.objects.filter(pk=taken_back.comment_id).update(taken_back=True)
    worried = reading_in(edition, approved=True)
    ConcernFactory()
    Concern.objects.update(comment=worried.comment)
    reading_in(edition)
    reading_in(edition, withheld=True)
    reading_in(edition, approved=True, may_count=False, may_quote=False)
    question = stays[0].question_id
    held = held_back_rows([question])[question]
    rows = set(decided_to_keep([question]).values_list("pk", flat=True))
    exact = kept_readings().filter(comment__question=question)
    assert rows - held == set(exact.values_list("pk", flat=True))
    assert rows - held == {one.pk for one in stays}
    assert held <= rows
    assert {taken_back.pk, worried.pk} <= held


def test_what_is_held_back_is_told_of_each_question_alone():
    one = reading_in(EditionFactory(), approved=True)
    other = reading_in(EditionFactory(), approved=True)
    Comment.objects.update(taken_back=True)
    asked = [one.question_id, other.question_id]
    assert held_back_rows(asked) == {
        one.question_id: {one.pk},
        other.question_id: {other.pk},
    }
    assert held_back_rows([one.question_id]) == {one.question_id: {one.pk}}


def test_a_reading_knows_the_question_of_its_comment():
    reading = ReadingFactory()
    assert reading.question_id == reading.comment.question_id
    assert Reading.objects.filter(question=reading.comment.question).get() == reading
