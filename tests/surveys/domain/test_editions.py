"""Publishing again makes the next edition; responses under way finish on theirs."""

import pytest

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.publishing import publish_survey
from surveys.enums import ResponseState
from surveys.logic.paths import path
from surveys.queries.editions import draft_is_newer, editions_of
from surveys.queries.responses import response_under_way
from surveys.queries.steps import definition_of
from tests.factories.accounts import UserFactory
from tests.factories.surveys import InvitationFactory, SurveyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    return survey


def publish_next(survey, by):
    """Publish an edition without the first question and with other words."""
    del survey.questions[0]
    survey.title = "The next one"
    return publish_survey(survey, by=by)


def test_a_response_under_way_finishes_on_its_own_edition(survey, worker):
    link = InvitationFactory(survey=survey)
    started = start_response(link, language="en", age_band="11-17")
    second = publish_next(survey, worker)
    response = response_under_way(started.capability, at=started.response.touched_at)
    steps = path(
        definition_of(response.edition), age_band="11-17", answers=response.answers
    )
    assert steps[0]["key"] == "know_worker"
    save_answer(response, key="know_worker", value="no")
    finish_response(response)
    response.refresh_from_db()
    assert (response.edition.number, response.state) == (1, ResponseState.FINISHED)
    assert response.answers["know_worker"]["value"] == "no"
    link.refresh_from_db()
    later = start_response(link, language="en", age_band="11-17").response
    assert later.edition == second


def test_each_edition_has_its_own_counts(survey, worker):
    link = InvitationFactory(survey=survey)
    first = start_response(link, language="en", age_band="11-17").response
    save_answer(first, key="know_worker", value="no")
    publish_next(survey, worker)
    link.refresh_from_db()
    second = start_response(link, language="en", age_band="11-17").response
    save_answer(second, key="what_helps", value=["texts"])
    finish_response(second)
    rows = editions_of(survey)
    assert [(r.edition.number, r.under_way, r.finished) for r in rows] == [
        (2, 0, 1),
        (1, 1, 0),
    ]


def test_counts_of_many_editions_take_three_queries(
    survey, worker, django_assert_num_queries
):
    for title in ("Two", "Three"):
        survey.title = title
        publish_survey(survey, by=worker)
    with django_assert_num_queries(3):
        assert len(editions_of(survey)) == 3


def test_a_draft_is_newer_when_it_says_otherwise(survey, worker):
    edition = survey.editions.get()
    assert not draft_is_newer(survey, edition)
    survey.thanks = "Thank you, all of you."
    survey.save_revision(user=worker)
    assert draft_is_newer(survey, edition)
