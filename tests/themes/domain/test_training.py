import pytest
from django.db import IntegrityError, transaction

from tests.factories.suggestions import Heard, SuggestionFactory, TrainingFactory
from voice.audit.models import Entry
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain import training as learning
from voice.themes.domain.suggesting import accept_suggestion
from voice.themes.domain.training import retrain
from voice.themes.models import Suggestion, Tag
from voice.themes.queries.codebooks import themes_for
from voice.themes.queries.learning import examples_for, questions_to_learn

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

MOVED = "they moved me with my stuff in black bags"


def first_of(reading):
    return Suggestion.objects.filter(comment=reading.comment).first()


def test_themes_own_sentences_serve_before_there_are_twenty_tags():
    heard = Heard()
    reading = heard.say(MOVED)
    for words in ("i like my tea", "my worker changed", "school is ok", "idk"):
        heard.say(words)
    training = retrain(heard.question)
    assert (training.number, training.learned_from, training.accuracy) == (1, 0, {})
    assert first_of(reading).theme == heard.moves
    assert not Suggestion.objects.filter(likeliness="sure").exists()


def test_what_people_tagged_is_learned_and_proposed_for_the_rest():
    heard = Heard(tagged=24)
    reading = heard.say(MOVED)
    training = retrain(heard.question)
    assert training.learned_from == 24
    assert first_of(reading).theme == heard.moves
    assert first_of(reading).training == training
    assert not Tag.objects.filter(comment=reading.comment).exists()
    (entry,) = Entry.objects.filter(verb="themes.learn")
    assert entry.actor is None
    assert entry.details == {
        "question": heard.question.pk,
        "number": 1,
        "learned_from": 24,
    }


def test_proposals_nobody_took_give_way_and_those_taken_stay():
    heard = Heard(tagged=20)
    reading, other = heard.say(MOVED), heard.say("workers change all the time")
    first = retrain(heard.question)
    taken = first_of(reading)
    accept_suggestion(taken, by=heard.worker)
    second = retrain(heard.question)
    assert second.number == 2
    assert second.tags_hash != first.tags_hash
    assert Tag.objects.get(suggestion=taken).suggestion.training == first
    left = Suggestion.objects.filter(training=first)
    assert list(left) == [taken]
    assert first_of(other).training == second


def test_proposals_are_kept_a_few_comments_at_a_time(monkeypatch):
    monkeypatch.setattr(learning, "COMMENTS_AT_ONCE", 2)
    heard = Heard(tagged=20)
    retrain(heard.question)
    training = retrain(heard.question)
    shown = Suggestion.objects.filter(accepted_at=None)
    assert shown.values("comment").distinct().count() == 20
    assert set(shown.values_list("training", flat=True)) == {training.pk}


def test_the_same_tags_have_the_same_hash():
    heard = Heard(tagged=2)
    assert retrain(heard.question).tags_hash == retrain(heard.question).tags_hash


def test_a_comment_put_back_while_the_machine_learned_gets_no_proposal(monkeypatch):
    heard = Heard()
    reading = heard.say(MOVED)
    sound = learning._proposals

    def meanwhile(material):
        undo_decision(reading, version=reading.version, by=heard.worker)
        return sound(material)

    monkeypatch.setattr(learning, "_proposals", meanwhile)
    retrain(heard.question)
    assert not Suggestion.objects.exists()


def test_nothing_is_learned_without_a_codebook_or_a_comment():
    heard = Heard()
    reading = heard.say(MOVED)
    heard.moves.codebook.consultations.clear()
    assert retrain(reading.comment.question) is None


def test_earlier_rounds_of_the_codebook_teach_and_the_own_round_comes_first():
    before, now = Heard(tagged=2), Heard()
    before.moves.codebook.consultations.add(now.survey.consultation)
    own = now.say(MOVED)
    now.tag(own, before.moves)
    found = examples_for(themes_for(now.survey), now.question)
    assert found[0].reading == own
    assert len(found) == 3


def test_a_question_is_out_of_date_until_it_was_learned_and_after_each_change():
    heard = Heard()
    reading = heard.say(MOVED)
    assert questions_to_learn() == [heard.question.pk]
    retrain(heard.question)
    assert questions_to_learn() == []
    heard.tag(reading, heard.moves)
    assert questions_to_learn() == [heard.question.pk]
    retrain(heard.question)
    heard.say("another comment, kept since")
    assert questions_to_learn() == [heard.question.pk]


def test_a_question_without_a_codebook_is_never_out_of_date():
    heard = Heard()
    heard.say(MOVED)
    heard.moves.codebook.consultations.clear()
    assert questions_to_learn() == []


def test_right_and_wrong_are_measured_from_thirty_tags_made_without_help():
    heard = Heard(tagged=29)
    assert retrain(heard.question).accuracy == {}
    heard.tag(heard.say(MOVED, held_back=True), heard.moves)
    accuracy = retrain(heard.question).accuracy
    assert accuracy["comments"] == 30
    assert accuracy["f1_low"] <= accuracy["f1"] <= accuracy["f1_high"]
    assert accuracy["f1"] > 0.5
    again = retrain(heard.question).accuracy
    assert again == accuracy


def test_tags_made_with_suggestions_on_the_screen_judge_nothing():
    heard = Heard(tagged=30, is_unaided=False)
    assert retrain(heard.question).accuracy == {}


def test_the_database_numbers_trainings_once_and_keeps_scores_to_shares():
    heard = Heard()
    reading = heard.say(MOVED)
    training = TrainingFactory(question=heard.question, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        TrainingFactory(question=heard.question, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        SuggestionFactory(
            reading=reading, theme=heard.moves, training=training, score=1.2
        )
