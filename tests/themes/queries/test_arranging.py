from datetime import timedelta

import pytest

from surveys.enums import Company, HelpedBy
from tests.factories.moderation import ReadingFactory
from tests.factories.session_notes import StatementFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import TagFactory
from voice.moderation.domain.reading import undo_decision
from voice.moderation.models import Reading
from voice.themes.domain.tags import tag_comment
from voice.themes.enums import Beside, Likeliness, Order
from voice.themes.models import Suggestion, Training
from voice.themes.queries import remembering
from voice.themes.queries.alike import alike_first
from voice.themes.queries.arranging import Arrangement, arranged, readings_at
from voice.themes.queries.tagging import progress_of

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def tag():
    return TagFactory(reading__comment__words="the food is cold")


@pytest.fixture
def another(tag):
    """Return a function that makes one more kept comment of the question."""

    def new(words="other words", *, response=None, **said):
        there = ResponseFactory(
            edition=tag.comment.response.edition, finished=True, **(response or {})
        )
        comment = CommentFactory(response=there, words=words)
        type(comment).objects.filter(pk=comment.pk).update(**said)
        reading = ReadingFactory(approved=True, comment=comment)
        minutes = Reading.objects.count()
        reading.arrived_at = tag.comment.reading.arrived_at + timedelta(minutes=minutes)
        reading.save()
        return reading

    return new


def rows(tag, **said):
    return list(arranged(tag.comment.question, Arrangement(**said)))


def test_comments_come_oldest_or_newest_first(tag, another):
    first, second, third = tag.comment.reading.pk, another().pk, another().pk
    assert rows(tag) == [first, second, third]
    assert rows(tag, order=Order.NEWEST) == [third, second, first]


def test_only_kept_comments_of_the_question_are_arranged_in_any_order(tag, another):
    kept, undone = tag.comment.reading, another()
    other = ReadingFactory(approved=True)
    known = alike_first(tag.comment.question)
    assert sorted(known) == sorted([kept.pk, undone.pk])
    undo_decision(undone, version=undone.version, by=tag.by)
    for order in Order:
        assert rows(tag, order=order, like=undone.comment_id) == [kept.pk]
    assert readings_at([undone.pk, other.pk, kept.pk]) == [other, kept]


def test_shuffled_by_a_number_it_is_the_same_for_everybody(tag, another):
    made = {tag.comment.reading.pk, *(another().pk for _ in range(11))}
    shuffled = rows(tag, order=Order.RANDOM, seed=7)
    assert set(shuffled) == made
    assert shuffled == rows(tag, order=Order.RANDOM, seed=7)
    assert shuffled != rows(tag, order=Order.RANDOM, seed=8)
    late = another().pk
    again = rows(tag, order=Order.RANDOM, seed=7)
    assert [row for row in again if row != late] == shuffled


def test_hardest_first_is_what_the_suggestions_are_least_sure_about(tag, another):
    unknown, unsure, sure = tag.comment.reading, another(), another()
    training = Training.objects.create(
        question=tag.comment.question,
        number=1,
        tags_hash="0" * 64,
        learned_from=1,
        uses_meaning=False,
    )
    for reading, scores in ((sure, [0.2, 0.9]), (unsure, [0.4])):
        for number, score in enumerate(scores):
            Suggestion.objects.create(
                training=training,
                comment=reading.comment,
                theme=[tag.theme, tag.theme.codebook.themes.first()][number],
                score=score,
                likeliness=Likeliness.MAYBE,
            )
    assert rows(tag, order=Order.HARDEST) == [unknown.pk, unsure.pk, sure.pk]


def test_those_most_like_one_comment_come_first(tag, another):
    another("my social worker changed")
    alike = another("cold food every day")
    found = rows(tag, order=Order.LIKE, like=tag.comment_id)
    assert found[:2] == [tag.comment.reading.pk, alike.pk]
    assert len(found) == 3


def test_alike_comments_stand_beside_each_other(tag, another):
    another("my social worker changed")
    alike = another("cold food every day")
    another("my social workers keep changing")
    found = rows(tag, order=Order.ALIKE)
    assert abs(found.index(alike.pk) - found.index(tag.comment.reading.pk)) == 1


def test_without_a_theme_the_open_one_stays(tag, another):
    left = another().pk
    assert rows(tag, untagged=True) == [left]
    staying = rows(tag, untagged=True, staying=tag.comment_id)
    assert staying == [tag.comment.reading.pk, left]


def test_comments_are_chosen_by_age_and_language(tag, another):
    young = another(age_band="4-7").pk
    polish = another(language="pl").pk
    assert rows(tag, age_band="4-7") == [young]
    assert rows(tag, language="pl") == [polish]
    assert rows(tag, language="pl", age_band="4-7") == []


def test_comments_are_chosen_by_who_was_beside_them(tag, another):
    alone = tag.comment.reading.pk
    carer = another(response={"helped_by": HelpedBy.CARER}).pk
    somebody = another(response={"company": Company.HELPING}).pk
    nobody = another(response={"helped_by": HelpedBy.NOBODY}).pk
    heard = StatementFactory(
        edition=tag.comment.response.edition, question=tag.comment.question.key
    )
    heard = ReadingFactory(approved=True, comment=heard).pk
    assert rows(tag, beside=Beside.HELPED) == [carer, somebody]
    assert rows(tag, beside=Beside.UNHELPED) == [alone, nobody]
    assert rows(tag, beside=Beside.SESSION) == [heard]


def test_a_long_list_is_remembered_yet_shows_no_word_that_was_kept_back(
    tag, another, monkeypatch
):
    monkeypatch.setattr(remembering, "LONG", 1)
    kept, undone = tag.comment.reading, another()
    assert rows(tag) == [kept.pk, undone.pk]
    undo_decision(undone, version=undone.version, by=tag.by)
    remembered = rows(tag)
    assert remembered == [kept.pk, undone.pk]
    assert readings_at(remembered) == [kept]


def test_what_is_tagged_in_a_long_list_is_never_behind(tag, another, monkeypatch):
    monkeypatch.setattr(remembering, "LONG", 0)
    left = another()
    assert rows(tag, untagged=True) == [left.pk]
    tag_comment(left.comment, theme=tag.theme, by=tag.by)
    assert rows(tag, untagged=True) == []
    assert rows(tag) == [tag.comment.reading.pk, left.pk]


def test_progress_of_a_survey_is_told_by_question_in_the_same_few_looks(
    tag, another, django_assert_num_queries
):
    another()
    ReadingFactory(approved=True)
    with django_assert_num_queries(6):
        (told,) = progress_of(tag.comment.survey)
    assert (told, told.kept, told.tagged) == (tag.comment.question, 2, 1)
