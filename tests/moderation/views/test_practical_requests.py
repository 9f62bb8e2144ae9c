import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import PracticalRequestFactory
from tests.factories.surveys import SurveyFactory
from voice.audit.models import Entry
from voice.moderation.models import PracticalRequest

pytestmark = pytest.mark.django_db
SECRET = "plantedxyzzy bus pass"


@pytest.fixture
def worker(client):
    worker = UserFactory(worker=True)
    client.force_login(worker)
    return worker


@pytest.fixture
def survey(worker):
    survey = SurveyFactory()
    survey.members.get_or_create(user=worker)
    return survey


def at(name, asked):
    return reverse(f"moderation:{name}", args=[asked.pk])


def test_list_tells_no_words_and_opening_is_written_down(client, survey):
    asked = PracticalRequestFactory(survey=survey, words=SECRET)
    page = client.get(reverse("moderation:requests"))
    assert "planted" not in page.content.decode()
    assert at("one_request", asked) in page.content.decode()
    assert not Entry.objects.filter(verb="moderation.read_request").exists()
    page = client.get(at("one_request", asked))
    assert SECRET in page.content.decode()
    assert Entry.objects.filter(verb="moderation.read_request").count() == 1


def test_empty_list_says_what_comes_here(client, worker):
    page = client.get(reverse("moderation:requests"))
    assert "No requests" in page.content.decode()


def test_filter_that_nothing_fits_says_so(client, survey):
    PracticalRequestFactory(survey=survey)
    page = client.get(reverse("moderation:requests"), {"state": "sorted"})
    assert "No request matches" in page.content.decode()
    page = client.get(reverse("moderation:requests"), {"state": "open"})
    assert "bus pass" not in page.content.decode()
    assert "No request matches" not in page.content.decode()


def test_request_is_settled_from_its_page(client, survey, worker):
    asked = PracticalRequestFactory(survey=survey)
    page = client.post(at("settle_request", asked), {"note": "Posted a new one"})
    assert page.status_code == 422
    assert "Posted a new one" in page.content.decode()
    client.post(at("settle_request", asked), {"state": "sorted", "note": "Posted"})
    asked.refresh_from_db()
    assert (asked.state, asked.settled_by, asked.note()) == ("sorted", worker, "Posted")
    page = client.post(at("settle_request", asked), {"state": "sorted"})
    assert page.status_code == 409
    client.post(at("reopen_request", asked))
    asked.refresh_from_db()
    assert asked.state == "open"


def test_request_is_given_to_somebody_who_runs_the_survey_alone(client, survey):
    asked = PracticalRequestFactory(survey=survey)
    stranger = UserFactory(worker=True, outsider=True)
    page = client.post(at("give_request", asked), {"to": stranger.pk})
    assert page.status_code == 422
    survey.members.create(user=stranger)
    client.post(at("give_request", asked), {"to": stranger.pk})
    assert PracticalRequest.objects.get().owner == stranger


def test_words_passed_on_are_the_leads_alone(client, survey):
    UserFactory(lead=True)
    asked = PracticalRequestFactory(survey=survey, words=SECRET)
    client.post(at("pass_request_on", asked))
    page = client.get(at("one_request", asked))
    assert "planted" not in page.content.decode()
    assert "With the safeguarding leads" in page.content.decode()
    assert client.post(at("pass_request_on", asked)).status_code == 409


def test_words_not_yet_screened_are_not_shown(client, survey):
    asked = PracticalRequestFactory(survey=survey, words=SECRET)
    PracticalRequest.objects.update(screened_at=None)
    page = client.get(at("one_request", asked))
    assert "planted" not in page.content.decode()


def test_list_asks_the_same_however_long_it_is(
    client, survey, django_assert_max_num_queries
):
    for _ in range(3):
        PracticalRequestFactory(survey=survey)
    with django_assert_max_num_queries(16):
        client.get(reverse("moderation:requests"))
