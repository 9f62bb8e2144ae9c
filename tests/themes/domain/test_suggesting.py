import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.suggestions import Heard, SuggestionFactory
from voice.audit.models import Entry
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain.codebooks import retire_theme
from voice.themes.domain.suggesting import (
    accept_all_sure,
    accept_suggestion,
    take_up,
)
from voice.themes.domain.tags import NotKept
from voice.themes.models import Suggestion, Tag
from voice.themes.queries.suggestions import suggestions_by_comment

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def moved(heard):
    return heard.say("moved again, black bags")


def test_an_accepted_suggestion_is_a_tag_of_who_accepted_it(heard, moved):
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    tag = accept_suggestion(suggestion, by=heard.worker)
    suggestion.refresh_from_db()
    assert (tag.by, tag.suggestion, tag.is_unaided) == (
        heard.worker,
        suggestion,
        False,
    )
    assert (tag.start, tag.end) == (0, Tag.WHOLE)
    assert suggestion.accepted_by == heard.worker
    assert suggestion.accepted_at is not None
    (entry,) = Entry.objects.filter(verb="themes.accept_suggestion")
    assert entry.details == {
        "tag": tag.pk,
        "training": suggestion.training_id,
        "likeliness": "sure",
    }


def test_accepted_twice_it_is_one_tag_of_whoever_was_first(heard, moved):
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    tag = accept_suggestion(suggestion, by=heard.worker)
    assert accept_suggestion(suggestion, by=UserFactory(worker=True)) == tag
    suggestion.refresh_from_db()
    assert suggestion.accepted_by == heard.worker
    assert Tag.objects.count() == 1


def test_a_tag_that_a_person_made_before_stays_theirs(heard, moved):
    tag = heard.tag(moved, heard.moves)
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    assert accept_suggestion(suggestion, by=UserFactory(worker=True)) == tag
    tag.refresh_from_db()
    suggestion.refresh_from_db()
    assert (tag.suggestion, tag.is_unaided) == (None, True)
    assert suggestion.accepted_at is None


def test_a_comment_that_is_not_kept_any_more_is_not_tagged(heard, moved):
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    undo_decision(moved, version=moved.version, by=heard.worker)
    with pytest.raises(NotKept):
        take_up(moved.comment, theme=heard.moves, by=heard.worker)
    assert not Tag.objects.exists()
    assert not Suggestion.objects.filter(pk=suggestion.pk).exists()


def test_a_chip_whose_proposal_gave_way_is_the_persons_own_tag_made_with_help(
    heard, moved
):
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    suggestion.delete()
    tag = take_up(moved.comment, theme=heard.moves, by=heard.worker)
    assert (tag.suggestion, tag.is_unaided, tag.by) == (None, False, heard.worker)


def test_only_what_was_shown_as_sure_is_accepted_all_at_once(heard, moved):
    other, unseen = heard.say("another one moved"), heard.say("a third one")
    sure = SuggestionFactory(reading=moved, theme=heard.moves)
    likely = SuggestionFactory(
        reading=other, theme=heard.moves, likeliness="likely", score=0.6
    )
    SuggestionFactory(reading=unseen, theme=heard.moves)
    SuggestionFactory(reading=moved, theme=heard.workers, training=sure.training)
    shown = [(one.comment_id, one.theme_id) for one in (sure, likely)]
    made = accept_all_sure(heard.question, shown=shown, by=heard.worker)
    assert [(tag.comment, tag.theme) for tag in made] == [(moved.comment, heard.moves)]
    assert Tag.objects.count() == 1


def test_what_is_sure_of_another_question_is_left_alone(heard, moved):
    other = Heard()
    reading = other.say("moved")
    sure = SuggestionFactory(reading=reading, theme=other.moves)
    shown = [(reading.comment_id, sure.theme_id)]
    assert accept_all_sure(heard.question, shown=shown, by=heard.worker) == []


def test_proposals_for_heard_or_retired_themes_and_held_back_comments_are_not_shown(
    heard, moved
):
    SuggestionFactory(reading=moved, theme=heard.moves)
    held = heard.say("held back", held_back=True)
    SuggestionFactory(reading=held, theme=heard.moves)
    comments = [moved.comment_id, held.comment_id]
    (shown,) = suggestions_by_comment(comments)[moved.comment_id]
    assert shown.theme == heard.moves
    assert list(suggestions_by_comment(comments)) == [moved.comment_id]
    retire_theme(heard.moves, by=heard.worker)
    assert suggestions_by_comment(comments) == {}
    retired = SuggestionFactory(reading=moved, theme=heard.workers)
    assert suggestions_by_comment(comments) == {moved.comment_id: [retired]}
    heard.tag(moved, heard.workers)
    assert suggestions_by_comment(comments) == {}


def test_accepted_has_who_and_when_or_neither(heard, moved):
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.filter(pk=suggestion.pk).update(accepted_by=heard.worker)


def test_a_tag_of_a_suggestion_is_never_unaided(heard, moved):
    suggestion = SuggestionFactory(reading=moved, theme=heard.moves)
    tag = accept_suggestion(suggestion, by=heard.worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tag.objects.filter(pk=tag.pk).update(is_unaided=True)
