import pytest

from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory
from voice.moderation.domain.guessing import guess_language
from voice.moderation.models import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_a_saved_comment_has_its_language_guessed_behind():
    comment = CommentFactory(words="میری ورکر اچھی ہے", language="en")
    reading = Reading.objects.get(comment=comment)
    assert (reading.guessed_language, reading.state, reading.version) == (
        "ur",
        "waiting",
        1,
    )


def test_a_language_that_nobody_could_say_they_read_is_no_guess(monkeypatch):
    reading = ReadingFactory(comment__words="I want to see my brother more")
    assert reading.guessed_language == "en"
    monkeypatch.setattr(
        "voice.moderation.domain.guessing.guessed_language", lambda words: "sco"
    )
    assert guess_language(reading) == ""
    reading.refresh_from_db()
    assert reading.guessed_language == ""


def test_a_guess_takes_the_comment_from_nobody():
    reading = ReadingFactory(approved=True)
    guess_language(reading)
    now = Reading.objects.get(pk=reading.pk)
    assert (now.state, now.version, now.kept_text()) == (
        "approved",
        2,
        "come wen u say",
    )
