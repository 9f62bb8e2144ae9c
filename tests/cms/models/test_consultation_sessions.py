"""Coming sessions on a consultation's page: while they come, moved and cancelled in sight."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from surveys.audience import Audience, ConsultationKind
from surveys.domain.planned_sessions import change_session
from surveys.models import PlannedSession
from surveys.queries.told_sessions import told_sessions
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_of
from tests.factories.planned_sessions import PlannedSessionFactory, plan
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
    in_days,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True, name="Nobodys Nameshown", job_title="Youth worker")


@pytest.fixture
def survey(worker):
    return EditionFactory(survey=SurveyFactory(live=True)).survey


@pytest.fixture
def session(survey, worker):
    return PlannedSessionFactory(survey=survey, held_by=worker)


def read(client, survey, language="en"):
    return client.get(page_of(survey.consultation, language=language).url).parsed


def told(survey, at=None):
    found = told_sessions(survey.consultation, at=at or timezone.now())
    return [one.session.title for one in found]


def test_a_coming_session_is_told_with_when_where_and_how(client, session, survey):
    text = read(client, survey).text()
    assert "Come and say it in person" in text
    for words in (
        session.title,
        "from 4pm to 6pm",
        session.place,
        survey.consultation.asked_who,
        session.how_to_come,
        "You can get in without steps",
        "Youth worker",
    ):
        assert words in text


def test_nobody_is_named(client, session, survey):
    assert "Nobodys Nameshown" not in read(client, survey).text()


def test_without_a_session_nothing_of_it_stands_there(client, survey):
    assert "Come and say it in person" not in read(client, survey).text()


def test_one_for_the_invited_is_told_to_nobody(client, survey, worker):
    PlannedSessionFactory(survey=survey, held_by=worker, invited=True, title="Heronry")
    assert "Heronry" not in read(client, survey).text()


def test_nothing_is_told_before_the_survey_is_published(worker):
    survey = SurveyFactory()
    PlannedSessionFactory(survey=survey, held_by=worker)
    assert told(survey) == []


def test_a_moved_session_says_when_it_was_to_be(client, session, survey, worker):
    moved = plan(held_by=worker, starts_at=time(17), place="The library")
    change_session(session, plan=moved, version=1, by=worker)
    text = read(client, survey).text()
    assert "This has moved." in text
    assert "from 4pm to 6pm" in text
    assert "from 5pm to 6pm" in text
    assert session.place in text


def test_a_cancelled_session_says_so_and_why(client, survey, worker):
    row = PlannedSessionFactory(survey=survey, held_by=worker, cancelled=True)
    text = read(client, survey).text()
    assert "This is cancelled. Sorry." in text
    assert row.cancelled_why in text
    assert row.how_to_come not in text


@pytest.mark.parametrize(
    ("cancelled", "hour", "stands"),
    [(False, 17, True), (False, 18, False), (True, 23, True), (True, 24, False)],
    ids=["while it lasts", "ended", "cancelled, that day", "cancelled, the next day"],
)
def test_it_stands_until_it_ends_and_a_cancelled_one_until_its_day_is_over(
    survey, worker, cancelled, hour, stands
):
    day = date(2026, 6, 4)
    PlannedSessionFactory(
        survey=survey, held_by=worker, held_on=day, cancelled=cancelled
    )
    at = timezone.make_aware(datetime.combine(day, time(0))) + timedelta(hours=hour)
    assert bool(told(survey, at=at)) is stands


def test_young_peoples_come_first_and_adults_are_named(client, survey, worker):
    families = SurveyFactory(
        consultation=survey.consultation, audience=Audience.FAMILIES, live=True
    )
    EditionFactory(survey=families)
    PlannedSessionFactory(
        survey=families, held_by=worker, held_on=in_days(1), title="For carers"
    )
    PlannedSessionFactory(survey=survey, held_by=worker, title="For us")
    assert told(survey) == ["For us", "For carers"]
    assert "Families and carers" in read(client, survey).text()


def test_ages_are_told_in_words(client, survey, worker):
    PlannedSessionFactory(survey=survey, held_by=worker, age_bands=["11-17"])
    assert "11 to 17 years old" in read(client, survey).text()


def test_a_session_told_stays_told_when_the_survey_closes_early(
    client, session, survey
):
    type(survey).objects.filter(pk=survey.pk).update(live=False)
    assert session.title in read(client, survey).text()


def test_urdu_page_says_it_in_urdus_own_direction(client, session, survey):
    page = read(client, survey, language="ur")
    assert page.all("html")[0].get("dir") == "rtl"
    [heading] = [one for one in page.all("h3") if page.text(one) == session.title]
    assert (heading.get("lang"), heading.get("dir")) == (None, None)
    [title] = [one for one in page.all("span") if page.text(one) == session.title]
    assert (title.get("lang"), title.get("dir")) == ("en", "auto")


def test_sessions_alone_lead_on_to_when_and_where(client, worker):
    consultation = ConsultationFactory(kind=ConsultationKind.SESSIONS)
    survey = EditionFactory(
        survey=SurveyFactory(consultation=consultation, live=True)
    ).survey
    PlannedSessionFactory(survey=survey, held_by=worker, cancelled=True)
    assert "knows when the next one is" in read(client, survey).text()
    PlannedSessionFactory(survey=survey, held_by=worker)
    text = read(client, survey).text()
    assert "When and where is on this page." in text
    assert "knows when the next one is" not in text


def test_twenty_sessions_cost_no_more_queries_than_one(
    survey, worker, django_assert_max_num_queries
):
    for days in range(20):
        PlannedSessionFactory(survey=survey, held_by=worker, held_on=in_days(days + 1))
    assert PlannedSession.objects.count() == 20
    with django_assert_max_num_queries(3):
        assert len(told(survey)) == 20
