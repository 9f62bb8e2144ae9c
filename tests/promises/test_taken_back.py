"""What a young person takes back leaves all that is not out yet, and nothing else."""

import pytest
from django.apps import apps

from surveys.domain.erasing import erase_response
from surveys.domain.withdrawing import withdraw_response
from surveys.enums import ResponseState
from surveys.models import Comment, Question, Response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.replies import ReleaseFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import TagFactory
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.releases.models import Quote
from voice.releases.queries import verified
from voice.releases.queries.quotable import quotable_readings, quotes_no_longer_allowed
from voice.themes.domain.basket import mark_quote
from voice.themes.models import CommentVector, Suggestion, Tag, Training

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def tag():
    """Return a tag on a kept comment that is in the basket, has a vector and is proposed
    for another theme.
    """
    made = TagFactory(reading__comment__may_quote=True)
    comment = made.comment
    mark_quote(comment, by=made.by)
    CommentVector.objects.create(comment=comment, sealed_numbers=b"x")
    training = Training.objects.create(
        question=comment.question,
        number=1,
        tags_hash="0" * 64,
        learned_from=1,
        uses_meaning=False,
    )
    Suggestion.objects.create(
        training=training,
        comment=comment,
        theme=made.theme,
        score=0.9,
        likeliness="sure",
    )
    return made


def standing_on(comment):
    """Return the names of what themes keep about `comment`."""
    models = apps.get_app_config("themes").get_models()
    return {
        model.__name__
        for model in models
        if any(field.name == "comment" for field in model._meta.fields)
        and model.objects.filter(comment=comment).exists()
    }


def unread_beside(tag):
    """Have the same young person say something that nobody has read yet."""
    response, asked = tag.comment.response, tag.comment.question
    other = Question.objects.create(
        survey=asked.survey, key="say_more", kind=asked.kind, position=99
    )
    ReadingFactory(comment=CommentFactory(response=response, question=other))


def test_everything_there_is_could_be_left_behind(tag):
    assert standing_on(tag.comment) == {
        "BasketQuote",
        "CommentVector",
        "Suggestion",
        "Tag",
    }
    assert list(quotable_readings(tag.comment.survey))


@pytest.mark.parametrize("is_unread_beside", [False, True])
def test_what_is_taken_back_leaves_themes_basket_and_vectors_at_once(
    tag, is_unread_beside
):
    comment = tag.comment
    if is_unread_beside:
        unread_beside(tag)
    withdraw_response(comment.response)
    assert standing_on(comment) == set()
    assert not Comment.objects.filter(pk=comment.pk).exists()
    assert not list(quotable_readings(comment.survey))


def test_what_nobody_has_read_waits_though_all_else_is_gone(tag):
    unread_beside(tag)
    withdraw_response(tag.comment.response)
    waiting = Reading.objects.get()
    assert waiting.state == ReadingState.WAITING
    assert waiting.comment.taken_back


def test_a_release_not_signed_yet_may_not_quote_what_was_taken_back(tag):
    comment = tag.comment
    release = ReleaseFactory(survey=comment.survey, proposed=True)
    quoted = Quote.objects.create(
        release=release,
        comment=comment,
        text=comment.reading.kept_text(),
        language="en",
        question_key=comment.question.key,
    )
    assert quotes_no_longer_allowed(release) == 0
    withdraw_response(comment.response)
    assert quotes_no_longer_allowed(release) == 1
    assert Quote.objects.get() == quoted


def test_what_is_out_stays_as_two_people_signed_it():
    release = ReleaseFactory(quotes=["come wen u say"])
    before = (release.tables, release.content_hash)
    ReadingFactory(comment=release.quotes.get().comment, approved=True)
    withdraw_response(release.quotes.get().comment.response)
    release.refresh_from_db()
    assert (release.tables, release.content_hash) == before
    assert verified(release).quotes.get().text == "come wen u say"
    assert Comment.objects.get().sealed_words == b""


@pytest.mark.parametrize("take", [withdraw_response, erase_response])
def test_a_concern_stays_word_for_word(take):
    concern = ConcernFactory(reading__comment__words="he hits me")
    words = concern.words()
    response = Response.objects.get()
    if take is erase_response:
        take(response, by=UserFactory(officer=True))
    else:
        take(response)
    assert type(concern).objects.get().words() == words
    assert not Comment.objects.filter(response__state=ResponseState.FINISHED).exists()


def test_others_words_stay(tag):
    other = TagFactory(
        theme=tag.theme,
        reading__comment__response=ResponseFactory(
            finished=True, edition=tag.comment.response.edition
        ),
    )
    withdraw_response(tag.comment.response)
    assert Tag.objects.get() == other
