from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from surveys.publish_checks import reasons_not_to_publish
from tests.factories.accounts import UserFactory
from tests.factories.council import DutyShiftFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory
from voice.council.models import Absence

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


def empty(survey):
    """Return what is said of times without anybody on duty."""
    return [
        reason for reason in reasons_not_to_publish(survey) if "on duty on" in reason
    ]


@pytest.fixture
def on_a_monday():
    """Let it be Monday 2 March 2026, eight in the morning."""
    with time_machine.travel(datetime(2026, 3, 2, 8, tzinfo=UTC), tick=False):
        yield


def shift(user, day):
    starts = datetime(2026, 3, day, 9, tzinfo=UTC)
    return DutyShiftFactory(user=user, starts=starts, ends=starts + timedelta(hours=8))


@pytest.fixture
def friday(on_a_monday):
    """Return a survey that closes on Friday 6 March, and a lead who is on all week."""
    UserFactory(worker=True)
    lead = UserFactory(lead=True)
    for day in range(2, 7):
        shift(lead, day)
    consultation = ConsultationFactory(
        opens_on=date(2026, 3, 1),
        closes_on=date(2026, 3, 6),
        reply_due_on=date(2026, 5, 1),
    )
    return SurveyFactory(consultation=consultation), lead


def test_cover_lasts_until_two_working_days_after_it_closes(friday):
    survey, lead = friday
    (reason,) = empty(survey)
    assert reason == (
        "No safeguarding lead is on duty on 9 March 2026, 9am to 5pm. "
        "There is 1 other time."
    )
    for day in (9, 10):
        assert empty(survey)
        shift(lead, day)
    assert empty(survey) == []


def test_a_day_without_cover_before_it_opens_does_not_matter(friday):
    survey, lead = friday
    for day in (9, 10):
        shift(lead, day)
    lead.duty_shifts.filter(starts__day=2).delete()
    assert empty(survey) != []
    survey.consultation.opens_on = date(2026, 3, 3)
    assert empty(survey) == []


def test_a_lead_who_is_away_covers_nothing(friday):
    survey, lead = friday
    for day in (9, 10):
        shift(lead, day)
    assert empty(survey) == []
    Absence.objects.create(
        user=lead, first_day=date(2026, 3, 4), last_day=date(2026, 3, 4)
    )
    (reason,) = empty(survey)
    assert "4 March 2026" in reason


def test_where_no_rota_is_kept_nothing_is_empty(on_a_monday):
    UserFactory(lead=True)
    assert empty(SurveyFactory()) == []
