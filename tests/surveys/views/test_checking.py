"""The checklist at the desk: what to mend, where; publishing from it; readers' time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.models import ReadingAllowance
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import ConsultationWordingFactory, SurveyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    UserFactory(lead=True)
    HelpLineFactory()
    return UserFactory(worker=True, name="Noor")


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


def address(survey, page="check"):
    return reverse(f"surveys:{page}", args=[survey.slug])


def saved(**facts):
    """Return a survey whose newest draft is as it stands."""
    survey = SurveyFactory(**facts)
    survey.save_revision(clean=False)
    return survey


def test_errors_are_listed_with_where_to_mend_them_and_nothing_to_publish_with(desk):
    survey = saved(languages=["en", "ur"])
    ConsultationWordingFactory(consultation=survey.consultation)
    page = desk.get(address(survey))
    text = page.parsed.text()
    assert "3 things to mend first" in text
    assert "Urdu: 19 wordings are missing." in text
    assert reverse("survey_safety_words", args=["ur"]) in page.content.decode()
    words = reverse("survey_wordings", args=[survey.pk, "ur", "any"])
    assert f'href="{words}"' in page.content.decode()
    assert address(survey, "publish") not in page.content.decode()


def test_warnings_let_it_be_published(desk):
    survey = saved(title="Your placement")
    page = desk.get(address(survey))
    assert "“placement” is a worker's word." in page.parsed.text()
    assert address(survey, "publish") in page.content.decode()
    page = desk.post(address(survey, "publish"), follow=True)
    assert "Published: edition 1." in page.parsed.text()
    survey.refresh_from_db()
    assert survey.live
    again = desk.get(address(survey))
    assert "nothing has changed since" in again.parsed.text()
    assert address(survey, "publish") not in again.content.decode()


def test_publishing_with_an_error_publishes_nothing_and_comes_back(desk):
    survey = saved(age_bands=[])
    page = desk.post(address(survey, "publish"), follow=True)
    assert "It cannot be published yet" in page.parsed.text()
    assert "Choose at least one age band." in page.parsed.text()
    assert not survey.editions.exists()


def test_what_is_scheduled_is_not_published_from_here(desk, worker):
    survey = SurveyFactory(go_live_at=timezone.now() + timedelta(days=2))
    survey.save_revision()
    assert "The schedule publishes it on" in desk.get(address(survey)).parsed.text()
    desk.post(address(survey, "publish"))
    assert not survey.editions.exists()


def test_words_of_a_question_are_escaped(desk):
    survey = saved(introduction="<b>placement</b> " + "go " * 16, age_bands=["8-11"])
    assert "<b>placement" not in desk.get(address(survey)).content.decode()


def test_the_formula_is_stated(desk):
    text = desk.get(address(saved())).parsed.text()
    assert "4 + 0.3 for each word of a sentence + 30 times the share" in text
    assert "Other languages are not measured." in text


def test_readers_time_is_reckoned_in_the_open(desk):
    CouncilFactory()
    survey = saved(expected=5000)
    text = desk.get(address(survey, "reading_time")).parsed.text()
    assert "Its readers do not have the time" in text
    assert "2000" in text
    assert "The duty manager or an administrator can say yes" in text


def test_a_worker_cannot_say_yes(desk):
    survey = saved(expected=5000)
    page = desk.post(address(survey, "reading_time"), {"how": "We will manage."})
    assert page.status_code == 422
    assert not ReadingAllowance.objects.exists()


def test_a_manager_says_yes_with_how(sign_in, worker):
    survey = saved(expected=5000)
    admin = UserFactory(administrator=True, name="Ada")
    desk = sign_in(admin)
    page = desk.post(address(survey, "reading_time"), {"how": " "})
    assert page.status_code == 422
    page = desk.post(
        address(survey, "reading_time"), {"how": "Two more read."}, follow=True
    )
    assert "Ada said yes" in page.parsed.text()
    assert ReadingAllowance.objects.get().comments == 2000
    worker_page = sign_in(worker).get(address(survey))
    assert "comments are expected" not in worker_page.parsed.text()


def test_the_duty_manager_says_yes_whatever_their_role(sign_in, worker):
    manager = UserFactory(lead=True)
    CouncilFactory(duty_manager=manager)
    survey = saved(expected=5000)
    sign_in(manager).post(address(survey, "reading_time"), {"how": "Two more read."})
    assert ReadingAllowance.objects.get().given_by == manager
