from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from surveys.queries.text_pauses import text_is_paused
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import SurveyMemberFactory
from voice.moderation.models import Concern, Reading

pytestmark = pytest.mark.django_db
CLOCKS = reverse("moderation:clocks")
MONDAY = datetime(2026, 3, 9, 10, tzinfo=UTC)


@pytest.fixture
def manager():
    manager = UserFactory(owner=True)
    CouncilFactory(duty_manager=manager)
    return manager


@pytest.fixture
def survey():
    reading = ReadingFactory(comment__words="plantedwords")
    Reading.objects.update(arrived_at=MONDAY, worry=True)
    return reading.comment.survey


@pytest.fixture(autouse=True)
def _friday():
    with time_machine.travel(datetime(2026, 3, 13, 9, tzinfo=UTC), tick=False):
        yield


def test_clocks_show_what_waits_since_when_and_what_is_late(sign_in, survey):
    page = sign_in(UserFactory(lead=True)).get(CLOCKS)
    text = page.parsed.text()
    assert "1 waits, since 9 March 2026, 10am" in text
    assert "1 is late" in text
    assert "In the last 30 days 1 was due, and it was not in time." in text
    assert "plantedwords" not in page.content.decode()


def test_a_worker_sees_the_clocks_of_their_own_surveys_and_none_of_concerns(
    sign_in, survey
):
    stranger, worker = UserFactory(outsider=True), UserFactory(outsider=True)
    SurveyMemberFactory(survey=survey, user=worker)
    assert survey.title not in sign_in(stranger).get(CLOCKS).parsed.text()
    page = sign_in(worker).get(CLOCKS)
    assert survey.title in page.parsed.text()
    assert "Concerns" not in page.parsed.text()
    assert reverse("moderation:pause_text", args=[survey.pk]) not in str(page.content)


def test_a_lead_does_not_count_a_concern_behind_a_wall(sign_in):
    from voice.moderation.domain.walls import put_up_wall
    from voice.moderation.enums import WallReason

    walled, other = UserFactory(lead=True), UserFactory(lead=True)
    concern = ConcernFactory()
    Concern.objects.update(raised_at=MONDAY)
    put_up_wall(concern, around=walled, why=WallReason.NAMED, by=other)
    assert "1 is late" in sign_in(other).get(CLOCKS).parsed.text()
    assert "1 is late" not in sign_in(walled).get(CLOCKS).parsed.text()


def test_the_manager_closes_the_text_questions_and_opens_them_again(
    sign_in, manager, survey
):
    desk = sign_in(manager)
    address = reverse("moderation:pause_text", args=[survey.pk])
    assert desk.get(address).parsed.heading == "Close text questions"
    assert not text_is_paused(survey.pk)
    page = desk.post(address, follow=True)
    assert text_is_paused(survey.pk)
    assert "Text questions closed" in page.parsed.text()
    desk.post(reverse("moderation:resume_text", args=[survey.pk]))
    assert not text_is_paused(survey.pk)


def test_a_survey_that_is_not_there_is_not_found(sign_in, manager):
    page = sign_in(manager).post(reverse("moderation:pause_text", args=[999_999]))
    assert page.status_code == 404


def test_clocks_cost_the_same_for_many(sign_in, django_assert_max_num_queries):
    for _ in range(8):
        ReadingFactory()
    desk = sign_in(UserFactory(lead=True))
    with django_assert_max_num_queries(26):
        desk.get(CLOCKS)
