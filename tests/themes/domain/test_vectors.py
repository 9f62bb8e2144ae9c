import numpy
import pytest
from django.test import override_settings

from tests.factories.suggestions import Heard
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain import training as learning
from voice.themes.domain import vectors
from voice.themes.domain.training import retrain
from voice.themes.models import CommentVector
from voice.themes.queries.learning import kept_of
from voice.themes.queries.vectors import stored_vectors

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WITH_MEANING = override_settings(SCREENING_BY_MEANING=True)


class FakeModel:
    """Places each text by its first letter and its length; counts what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, texts):
        self.asked.append(list(texts))
        rows = numpy.zeros((len(texts), 384), dtype=numpy.float32)
        for at, text in enumerate(texts):
            rows[at, ord(text[0]) % 384] = 1
            rows[at, len(text) % 384] += 0.5
        return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def model(monkeypatch):
    fake = FakeModel()
    monkeypatch.setattr(vectors, "is_installed", lambda: True)
    monkeypatch.setattr(vectors, "sentence_vectors", fake)
    monkeypatch.setattr(learning, "sentence_vectors", fake)
    return fake


def placed(heard):
    readings = list(kept_of(heard.question))
    return vectors.vectors_of(readings, [one.kept_text() for one in readings])


@WITH_MEANING
def test_vectors_are_computed_once_and_kept_sealed(model):
    heard = Heard()
    heard.say("abc")
    heard.say("bcde")
    first = placed(heard)
    assert numpy.allclose(first, placed(heard))
    assert model.asked == [["abc", "bcde"]]
    row = CommentVector.objects.first()
    numbers = model(["abc"])[0].astype("<f4").tobytes()
    assert numbers[:32] not in bytes(row.sealed_numbers)
    assert len(row.content()) == 4 * 384


@WITH_MEANING
def test_many_are_computed_a_few_at_a_time(model, monkeypatch):
    monkeypatch.setattr(vectors, "AT_ONCE", 2)
    heard = Heard()
    for words in ("a", "bb", "ccc"):
        heard.say(words)
    assert placed(heard).shape == (3, 384)
    assert [len(asked) for asked in model.asked] == [2, 1]


@WITH_MEANING
def test_the_vector_of_words_that_went_meanwhile_is_not_kept(model):
    heard = Heard()
    reading = heard.say("abc")
    readings = list(kept_of(heard.question))
    undo_decision(reading, version=reading.version, by=heard.worker)
    vectors.vectors_of(readings, ["abc"])
    assert not CommentVector.objects.exists()


@WITH_MEANING
def test_many_are_looked_up_by_their_survey(model, monkeypatch):
    monkeypatch.setattr("voice.themes.queries.vectors.FEW", 0)
    heard, other = Heard(), Heard()
    heard.say("abc")
    other.say("xyz")
    placed(heard)
    placed(other)
    readings = list(kept_of(heard.question))
    assert list(stored_vectors(readings)) == [readings[0].comment_id]


@WITH_MEANING
def test_learning_says_whether_meaning_was_used(model):
    heard = Heard(tagged=20)
    assert retrain(heard.question).uses_meaning
    with override_settings(SCREENING_BY_MEANING=False):
        assert not retrain(heard.question).uses_meaning


@WITH_MEANING
def test_before_there_are_tags_themes_are_matched_by_meaning_too(model):
    heard = Heard()
    for words in ("Young moved", "xx", "yy y", "zzz zz"):
        heard.say(words)
    assert retrain(heard.question).uses_meaning
    assert [theme.sentence for theme in (heard.moves, heard.workers)] in model.asked


def test_without_the_model_there_are_no_vectors():
    heard = Heard()
    heard.say("abc")
    assert placed(heard) is None
    assert not CommentVector.objects.exists()
