import pytest

from surveys.travelled import Line
from tests.factories.replies import ReleaseFactory
from tests.factories.themes import ThemeFactory
from voice.releases.queries.travelled import how_far_understood

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

SENTENCE = "Young people say moves are sudden."


@pytest.mark.parametrize(
    ("language", "note"), [("en", ""), ("ur", "This is still in English.")]
)
def test_a_theme_is_told_as_it_was_signed_and_in_which_language(language, note):
    release = ReleaseFactory()
    told = how_far_understood(release.survey.consultation, language)
    assert told.lines == (Line(SENTENCE, "en", note=note),)


WORDS = "نوجوان کہتے ہیں کہ گھر اچانک بدلے جاتے ہیں۔"


def worded(of):
    """Have a theme worded in Urdu, as the sentence `of`."""
    ThemeFactory(sentence=of, wordings={"ur": {"words": WORDS, "of": of}})


def test_who_reads_urdu_is_told_the_words_of_that_very_sentence():
    release = ReleaseFactory()
    worded(SENTENCE)
    assert how_far_understood(release.survey.consultation, "ur").lines == (
        Line(WORDS, "ur"),
    )
    assert how_far_understood(release.survey.consultation, "en").lines == (
        Line(SENTENCE, "en"),
    )


def test_words_of_another_sentence_are_not_told_in_its_place():
    release = ReleaseFactory()
    worded("Young people say something else.")
    assert how_far_understood(release.survey.consultation, "ur").lines == (
        Line(SENTENCE, "en", note="This is still in English."),
    )
