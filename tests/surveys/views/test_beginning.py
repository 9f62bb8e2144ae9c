"""Beginning a survey: from one that is ready, from a file, and back into a file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.domain.publishing import publish_survey
from surveys.models import Survey
from surveys.queries.exchange import file_of
from surveys.ready import ready_surveys
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(client):
    UserFactory(lead=True)
    worker = UserFactory(worker=True, reads_languages=["en"])
    client.force_login(worker)
    return worker


@pytest.fixture
def consultation():
    return ConsultationFactory(title="What home is like")


@pytest.fixture
def edition(worker):
    return publish_survey(SurveyFactory(), by=worker)


def upload(content, name="survey.json"):
    return SimpleUploadedFile(name, content, content_type="application/json")


def test_every_ready_survey_and_instrument_is_offered(client, worker):
    page = client.get(reverse("surveys:begin"))
    for ready in ready_surveys():
        assert ready.draft.title in page.text
    assert "Office for National Statistics" in page.text
    assert "Open Government Licence v3.0" in page.text


def test_the_editors_list_of_surveys_leads_to_the_ready_ones(client, worker):
    page = client.get(reverse("wagtailsnippets_surveys_survey:list"))
    assert f'href="{reverse("surveys:begin")}"' in page.text


def test_a_ready_survey_is_read_whole_before_it_is_taken(client, worker, consultation):
    page = client.get(reverse("surveys:begin_ready", args=["where_i_live"]))
    assert "How happy are you with where you live?" in page.text
    assert "How happy are you in your home?" in page.text
    assert "What home is like" in page.text


def test_one_that_is_not_there_is_missing(client, worker):
    assert client.get(reverse("surveys:begin_ready", args=["none"])).status_code == 404


def test_beginning_opens_the_draft_in_the_editor(client, worker, consultation):
    page = client.post(
        reverse("surveys:begin_ready", args=["school"]),
        {"title": "School here", "consultation": consultation.pk},
    )
    survey = Survey.objects.get(title="School here")
    assert page.status_code == 302
    assert page.url == reverse("wagtailsnippets_surveys_survey:edit", args=[survey.pk])


def test_a_title_left_out_is_asked_for_and_nothing_is_lost(
    client, worker, consultation
):
    page = client.post(
        reverse("surveys:begin_ready", args=["school"]),
        {"title": "", "consultation": consultation.pk},
    )
    assert page.status_code == 422
    assert "Give it a title." in page.text
    assert f'value="{consultation.pk}" selected' in page.text
    assert not Survey.objects.exists()


def test_without_a_consultation_one_is_offered_to_be_written(client, worker):
    page = client.get(reverse("surveys:begin_ready", args=["school"]))
    assert "Write a consultation first" in page.text
    assert reverse("consultations:add") in page.text


def test_anothers_consultation_is_no_choice(client, worker):
    others = SurveyFactory(members=[UserFactory(worker=True)]).consultation
    page = client.post(
        reverse("surveys:begin_ready", args=["school"]),
        {"title": "School", "consultation": others.pk},
    )
    assert page.status_code == 422
    assert Survey.objects.filter(consultation=others).count() == 1


def test_an_edition_is_saved_and_brought_in_again(client, worker, edition):
    survey = edition.survey
    page = client.get(reverse("surveys:save_file", args=[survey.slug]))
    assert page["Content-Disposition"] == (
        f'attachment; filename="{survey.slug}-1.json"'
    )
    assert json.loads(page.content) == file_of(edition)
    page = client.post(
        reverse("surveys:begin_file"),
        {"file": upload(page.content), "consultation": survey.consultation.pk},
    )
    assert page.status_code == 302
    brought = Survey.objects.exclude(pk=survey.pk).get()
    again = publish_survey(brought, by=worker)
    assert again.content_hash == edition.content_hash


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xff\xfe", "This is not a file that Voice can read. It must be JSON."),
        (b"{", "This is not a file that Voice can read. It must be JSON."),
        (b"[" * 100_000, "This is not a file that Voice can read. It must be JSON."),
        (b"{}", "This file is not a survey that Voice can read."),
    ],
    ids=["empty", "not text", "cut short", "nested without end", "something else"],
)
def test_a_file_that_is_no_survey_is_refused_beside_its_field(
    client, worker, consultation, content, sentence
):
    page = client.post(
        reverse("surveys:begin_file"),
        {"file": upload(content), "consultation": consultation.pk},
    )
    assert page.status_code == 422
    assert sentence in page.text
    assert f'value="{consultation.pk}" selected' in page.text


def test_anothers_survey_cannot_be_saved(client, worker):
    others = SurveyFactory(members=[UserFactory(worker=True)])
    assert (
        client.get(reverse("surveys:save_file", args=[others.slug])).status_code == 404
    )
