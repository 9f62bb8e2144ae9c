"""A manager's yes is recorded, by a manager, for what was expected then."""

import pytest
from django.db import IntegrityError, transaction

from surveys.domain.capacity import CannotAllow, allow_reading
from surveys.models import ReadingAllowance
from surveys.queries.capacity import hours_a_week, reckoning_of
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.surveys import SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def survey():
    UserFactory(worker=True, reading_hours=2)
    return SurveyFactory(expected=1000)


def test_hours_are_those_of_its_readers_who_may_sign_in(survey):
    UserFactory(worker=True)
    UserFactory(worker=True, is_active=False, reading_hours=30)
    UserFactory(outsider=True, reading_hours=30)
    UserFactory(lead=True, reading_hours=30)
    CouncilFactory(reading_hours=7)
    assert hours_a_week(survey) == 2 + 7


def test_comments_are_reckoned_with_the_councils_figures(survey):
    CouncilFactory(writing_share=50, minutes_a_comment=6)
    found = reckoning_of(survey)
    assert (found.answers, found.comments, found.hours_needed) == (1000, 500, 50)
    assert not found.fits


def test_a_survey_that_does_not_say_expects_a_share_of_those_asked():
    CouncilFactory(answering_share=10)
    assert reckoning_of(SurveyFactory()).answers == 47


def test_a_managers_yes_is_kept_and_recorded(survey):
    manager = UserFactory(lead=True)
    CouncilFactory(duty_manager=manager)
    given = allow_reading(survey, how="Two more read in May.", by=manager)
    assert (given.comments, given.given_by) == (400, manager)
    entry = Entry.objects.get(verb="surveys.allow_reading")
    assert (entry.actor, entry.object_id) == (manager, str(given.pk))


def test_a_worker_cannot_say_yes_for_a_manager(survey):
    with pytest.raises(CannotAllow):
        allow_reading(survey, how="We will.", by=UserFactory(worker=True))
    assert not ReadingAllowance.objects.exists()


def test_a_yes_says_how(survey):
    admin = UserFactory(administrator=True)
    with pytest.raises(CannotAllow):
        allow_reading(survey, how="  ", by=admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReadingAllowance.objects.create(survey=survey, comments=1, given_by=admin)
