"""Before a survey opens: what its releases will be able to tell."""

import pytest

from tests.factories.surveys import SurveyFactory
from voice.releases.queries.expecting import what_releases_can_tell

pytestmark = pytest.mark.django_db


def told(**facts):
    return [
        finding.sentence for finding in what_releases_can_tell(SurveyFactory(**facts))
    ]


def test_under_thirty_answers_only_words_can_be_told():
    [sentence] = told(expected=29)
    assert sentence.startswith("About 29 answers are expected: under 30")
    assert told(expected=30) == []


def test_a_breakdown_whose_groups_fall_short_is_named():
    bands = {"age_bands": ["8-11", "11-17"], "breakdowns": ["age_band", "language"]}
    [sentence] = told(expected=39, **bands)
    assert sentence.startswith("Results by age band: about 39 answers make 2 groups")
    assert told(expected=40, **bands) == []


def test_languages_are_groups_too():
    [sentence] = told(expected=39, languages=["en", "ur"], breakdowns=["language"])
    assert sentence.startswith("Results by language")


def test_what_falls_short_is_thought_of_again_and_refuses_nothing():
    [finding] = what_releases_can_tell(SurveyFactory(expected=5))
    assert not finding.is_error
    assert finding.href
