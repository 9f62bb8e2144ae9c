import pytest
from django.urls import reverse

from surveys.enums import Mode
from tests.factories.answering import open_survey_link, whole_definition
from tests.factories.surveys import EditionFactory, SurveyFactory
from voice.council.models import Council
from voice.records.models import DataProtection

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return open_survey_link().survey


@pytest.fixture
def told(client):
    """Return a function that opens the page of a survey."""

    def opened(survey, query=""):
        return client.get(reverse("cms:for_adults", args=[survey.pk]) + query)

    return opened


def test_adults_are_told_what_why_who_how_long_and_how_to_opt_out(told, survey):
    Council.objects.update(contact_email="ask@calderwick.example")
    page = told(survey)
    assert page.parsed.heading == "For parents, carers and schools"
    text = page.parsed.text()
    for said in (
        "Calderwick Council (invented) asks young people some questions",
        "My social worker and me",
        "How it is with your social worker.",
        "5 questions at most. Each can be skipped.",
        "Ages: 8 to 11; 11 to 17.",
        "Too many of you told us your worker keeps changing.",
        "Head of Social Work",
        "Two participation workers.",
        "deleted at most 90 days after the survey closes",
        "at most 2 years after",
        "or write to ask@calderwick.example",
        "A young person can say no on the first page. Nothing is kept then",
        "can take all answers back with it",
        "We don't ask for names.",
        "we may have to tell those who can help",
        "Public task, UK GDPR article 6(1)(e).",
        "0800 1111",
    ):
        assert said in text
    assert "Some are about hard things." not in text
    assert "Some can be answered by voice" not in text


def test_the_questions_themselves_are_not_listed(told, survey):
    assert "Do you know your worker?" not in told(survey).content.decode()


def test_agreement_is_told_apart_from_the_legal_basis(told, survey):
    DataProtection.objects.create(pk=1, lawful_basis="Plantedbasis.")
    text = told(survey).parsed.text()
    before, _, after = text.partition("for another reason: ")
    assert "A young person's yes is asked for out of respect." in before
    assert after.startswith("Plantedbasis.")


def test_adults_read_it_in_each_language_of_the_survey(told, survey):
    html = told(survey, "?in=ur").parsed.all("html")[0]
    assert (html.get("lang"), html.get("dir")) == ("ur", "rtl")
    links = [a.get("href") for a in told(survey).parsed.all("a")]
    assert "?in=ur" in links
    html = told(survey, "?in=xx").parsed.all("html")[0]
    assert html.get("lang") == "en"


def test_what_is_hard_or_recorded_is_said(told):
    definition = whole_definition()
    definition["questions"][-1] |= {"kind": "voice", "sensitive": True}
    text = told(EditionFactory(definition=definition).survey).parsed.text()
    assert "Some are about hard things." in text
    assert "Some can be answered by voice" in text


def test_adults_are_told_when_a_worker_may_know(told):
    definition = whole_definition() | {"mode": Mode.KNOWN_TO_WORKER}
    text = told(EditionFactory(definition=definition).survey).parsed.text()
    assert "may know which answers are theirs" in text
    assert "We don't ask for names." not in text


def test_a_survey_nobody_published_is_not_told_of(client, told):
    for survey in (SurveyFactory(live=True), SurveyFactory(live=False)):
        page = told(survey)
        assert page.status_code in {302, 404}
        if page.status_code == 302:
            assert client.get(page.headers["Location"]).status_code == 404


def test_it_takes_few_queries(told, survey, django_assert_max_num_queries):
    told(survey)
    with django_assert_max_num_queries(12):
        told(survey)
