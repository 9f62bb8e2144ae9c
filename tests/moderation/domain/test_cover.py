import pytest

from surveys.publish_checks import reasons_not_to_publish
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def missing(survey):
    return [reason for reason in reasons_not_to_publish(survey) if "invite a" in reason]


def test_a_survey_needs_a_reader_and_safeguarding_cover():
    survey = SurveyFactory()
    assert len(missing(survey)) == 2
    UserFactory(worker=True, is_active=False)
    assert len(missing(survey)) == 2
    UserFactory(worker=True)
    (reason,) = missing(survey)
    assert "safeguarding lead" in reason
    UserFactory(lead=True)
    assert missing(survey) == []


def test_each_of_the_surveys_languages_needs_a_reader_who_reads_it():
    UserFactory(lead=True)
    UserFactory(worker=True)
    UserFactory(worker=True, reads_languages=["ur"], is_active=False)
    UserFactory(lead=True, reads_languages=["ur"])
    survey = SurveyFactory(languages=["en", "ur"])
    (reason,) = missing(survey)
    assert reason.startswith("No reader of this survey reads Urdu")
    UserFactory(worker=True, reads_languages=["ur"])
    assert missing(survey) == []
