"""Privacy, accessibility and the page for groups: each says what is true elsewhere."""

from datetime import date

import pytest
from django.urls import reverse

from cms.measured import Measured
from cms.models import accessibility_page
from surveys.templatetags.durations import days_said
from tests.factories.cms import build
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)
from voice.records.models import DataProtection

pytestmark = pytest.mark.django_db


@pytest.fixture
def _site():
    build()


def asked(**how):
    consultation = ConsultationFactory(title="Plumtree question", **how)
    survey = SurveyFactory(consultation=consultation, live=True)
    EditionFactory(
        survey=survey,
        definition=DEFINITION
        | {"keeps": {"words": 120, "responses": 900, "contact": 365}},
    )
    return survey


@pytest.mark.usefixtures("_site")
def test_privacy_is_told_for_each_age(client):
    page = client.get("/en/privacy/")
    heads = [page.parsed.text(one) for one in page.parsed.all("h2")]
    assert heads[:4] == [
        "If you are 8 to 11",
        "If you are 11 to 17",
        "If you are 16 to 25",
        "For parents, carers and everybody else",
    ]


@pytest.mark.usefixtures("_site")
def test_privacy_says_the_longest_that_any_survey_keeps(client):
    assert days_said(120) not in client.get("/en/privacy/").parsed.text()
    asked()
    assert days_said(120) in client.get("/en/privacy/").parsed.text()


@pytest.mark.usefixtures("_site")
def test_privacy_has_the_councils_own_words(client):
    DataProtection.objects.create(controller="Plumtree Council", officer="Quince desk")
    text = client.get("/en/privacy/").parsed.text()
    assert "Plumtree Council" in text
    assert "Quince desk" in text


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("found", [(), ("color-contrast: plumtree",)])
def test_accessibility_says_what_was_measured_be_it_good_or_bad(
    client, monkeypatch, found
):
    monkeypatch.setattr(
        accessibility_page,
        "measured",
        lambda: Measured(date(2026, 3, 4), "axe 4", ("",), ("phone",), 7, found),
    )
    text = client.get("/en/accessibility/").parsed.text()
    assert "4 March 2026" in text
    assert ("nothing that breaks a rule" in text) == (not found)
    assert ("plumtree" in text) == bool(found)


@pytest.mark.usefixtures("_site")
def test_groups_may_take_the_poster_and_paper_of_what_anybody_may_answer(client):
    survey = asked()
    InvitationFactory(survey=survey)
    source = client.get("/en/for-groups/").parsed.source
    for name in ("cms:poster", "cms:paper"):
        there = reverse(name, args=[survey.pk])
        assert there in source
        page = client.get(there)
        assert page.status_code == 200
        assert "/desk/" not in page.parsed.source


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("how", [{"closed": True}, {"scheduled": True}])
def test_groups_get_nothing_of_what_is_not_open(client, how):
    survey = asked(**how)
    InvitationFactory(survey=survey)
    page = client.get("/en/for-groups/")
    assert "Nothing is open to everybody today" in page.parsed.text()
    for name in ("cms:poster", "cms:paper"):
        assert client.get(reverse(name, args=[survey.pk])).status_code == 404


@pytest.mark.usefixtures("_site")
def test_groups_get_nothing_of_what_needs_a_code(client):
    survey = asked()
    for name in ("cms:poster", "cms:paper"):
        assert client.get(reverse(name, args=[survey.pk])).status_code == 404
    assert "Plumtree" not in client.get("/en/for-groups/").parsed.text()


@pytest.mark.usefixtures("_site")
def test_session_plan_says_what_to_do_when_somebody_worries_you(client):
    page = client.get("/en/for-groups/session-plan/")
    assert "Do not wait for us to read an answer" in page.parsed.text()
