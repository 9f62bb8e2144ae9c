"""What is said in another language is learned from in its approved translation."""

import pytest
from django.test import override_settings

from tests.factories.accounts import UserFactory
from tests.factories.moderation import translate
from tests.factories.suggestions import ABOUT, Heard
from tests.themes.domain.test_vectors import FakeModel
from voice.moderation.domain.translating import write_translation
from voice.moderation.models import Translation
from voice.themes.domain import training as learning
from voice.themes.domain import vectors
from voice.themes.domain.training import retrain
from voice.themes.models import CommentVector, Suggestion
from voice.themes.queries.learning import questions_to_learn, texts_to_learn

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

POLISH = "znowu przeprowadzka i rzeczy w workach"
ENGLISH = "moved again with my things in black bags"


def first_of(reading):
    found = Suggestion.objects.filter(comment=reading.comment).order_by("-score")
    return found.first()


def test_a_comment_is_read_in_its_approved_translation_and_else_in_its_own_words():
    heard = Heard()
    approved, waiting, plain = (heard.say(POLISH) for _ in range(3))
    translate(approved, ENGLISH, by=heard.worker)
    translate(waiting, "zanzibar", by=heard.worker, show=False)
    assert texts_to_learn([approved, waiting, plain]) == {
        approved.pk: ENGLISH,
        waiting.pk: POLISH,
        plain.pk: POLISH,
    }


def test_themes_are_proposed_for_a_translated_comment():
    heard = Heard(tagged=24)
    reading = heard.say(POLISH)
    retrain(heard.question)
    before = first_of(reading)
    translate(reading, ENGLISH, by=UserFactory(worker=True))
    assert questions_to_learn() == [heard.question.pk]
    retrain(heard.question)
    after = first_of(reading)
    assert after.theme == heard.moves
    assert after.score > (before.score if before else 0)
    assert questions_to_learn() == []


def test_tags_of_translated_comments_are_learned_from():
    heard = Heard()
    for theme, about in ((heard.moves, "moves"), (heard.workers, "workers")):
        for number, words in enumerate(ABOUT[about] * 3):
            reading = heard.say(f"zzz {number}")
            translate(reading, words, by=heard.worker)
            heard.tag(reading, theme)
    reading = heard.say(ENGLISH)
    assert retrain(heard.question).learned_from == 24
    assert first_of(reading).theme == heard.moves


@override_settings(SCREENING_BY_MEANING=True)
def test_where_a_comment_stands_is_worked_out_anew_when_its_translation_changes(
    monkeypatch,
):
    fake = FakeModel()
    monkeypatch.setattr(vectors, "is_installed", lambda: True)
    monkeypatch.setattr(vectors, "sentence_vectors", fake)
    monkeypatch.setattr(learning, "sentence_vectors", fake)
    heard = Heard()
    reading = heard.say(POLISH)
    retrain(heard.question)
    assert [POLISH] in fake.asked
    translate(reading, ENGLISH, by=heard.worker)
    assert not CommentVector.objects.exists()
    retrain(heard.question)
    assert [ENGLISH] in fake.asked
    row = Translation.objects.get()
    write_translation(
        reading, version=row.version, words="zanzibar", language="pl", by=heard.worker
    )
    assert not CommentVector.objects.exists()
