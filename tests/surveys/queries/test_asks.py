"""The calendar of asks: what is published, what is planned, what is near."""

from datetime import date

import pytest

from surveys.domain.publishing import publish_survey
from surveys.queries.asks import asks_between
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory, in_days

pytestmark = pytest.mark.django_db


def asked(**facts):
    return [
        (ask.title, dict(ask.questions), ask.is_published)
        for ask in asks_between(in_days(-400), in_days(400))
    ]


def test_drafts_and_published_ones_are_told_apart():
    UserFactory(lead=True)
    worker = UserFactory(worker=True)
    SurveyFactory(title="Draft", age_bands=["8-11"])
    publish_survey(SurveyFactory(title="Open"), by=worker)
    assert sorted(asked()) == [
        ("Draft", {"8-11": 5}, False),
        ("Open", {"11-17": 5}, True),
    ]


def test_a_published_one_counts_as_its_edition_asks_not_its_draft():
    UserFactory(lead=True)
    worker = UserFactory(worker=True)
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    del survey.questions[0]
    survey.save_revision(user=worker)
    [(_title, questions, _published)] = asked()
    assert questions == {"11-17": 5}


def test_a_draft_whose_time_has_passed_was_never_asked():
    SurveyFactory(consultation=ConsultationFactory(closed=True))
    assert asked() == []


def test_asks_outside_the_stretch_are_left_out():
    SurveyFactory()
    assert asks_between(date(2020, 1, 1), date(2020, 12, 31)) == []


def test_the_calendar_asks_few_questions_of_the_database(
    django_assert_max_num_queries,
):
    UserFactory(worker=True)
    for _number in range(6):
        SurveyFactory()
    with django_assert_max_num_queries(9):
        assert len(asks_between(in_days(-30), in_days(30))) == 6
