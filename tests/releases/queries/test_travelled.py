import pytest

from surveys.travelled import Line
from tests.factories.replies import ReleaseFactory
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
