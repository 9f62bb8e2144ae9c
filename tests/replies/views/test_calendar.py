"""The calendar of consultations at the desk."""

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.audience import Audience
from tests.factories.accounts import UserFactory
from tests.factories.planned_sessions import PlannedSessionFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.session_notes import SessionNoteFactory, facts
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
    in_days,
)

pytestmark = pytest.mark.django_db
CALENDAR = reverse("replies:calendar")


@pytest.fixture
def worker():
    return UserFactory(worker=True, outsider=True)


def asked(title, *, members=(), audience=Audience.YOUNG_PEOPLE, **when):
    """Return a published survey of a consultation called `title`."""
    consultation = ConsultationFactory(title=title, **when)
    survey = SurveyFactory(
        consultation=consultation, members=list(members), live=True, audience=audience
    )
    return EditionFactory(survey=survey).survey


def main_text(page):
    """Return what the main part of a page says."""
    return " ".join(page.parsed.text(next(e for e in page.parsed.all("main"))).split())


def test_own_consultation_leads_on_to_its_survey_and_its_reply(sign_in, worker):
    survey = asked("Moving home", members=[worker])
    page = sign_in(worker).get(CALENDAR)
    links = [link.get("href") for link in page.parsed.all("a")]
    assert reverse("surveys:survey", args=[survey.slug]) in links
    assert reverse("replies:write", args=[survey.consultation.slug]) in links


def test_draft_of_others_is_told_without_its_title(sign_in, worker):
    consultation = ConsultationFactory(title="A secret zebra", scheduled=True)
    SurveyFactory(consultation=consultation, members=[])
    text = main_text(sign_in(worker).get(CALENDAR))
    assert "Still being written" in text
    assert "zebra" not in text


def test_late_replies_and_promises_are_told_first(sign_in, worker):
    asked("Moving home", members=[worker], overdue=True)
    reply = ReplyFactory(published=True)
    PromiseFactory(reply=reply, text="We will ring back", due_on=in_days(-400))
    late = main_text(sign_in(worker).get(CALENDAR)).partition("Everybody")[0]
    assert "Moving home" in late
    assert "We will ring back" in late


def test_one_audience_is_shown_by_itself(sign_in, worker):
    asked("Asked of children")
    asked("Asked of staff", audience=Audience.STAFF)
    page = sign_in(worker).get(CALENDAR, {"audience": "staff"})
    assert "Asked of staff" in main_text(page)
    assert "Asked of children" not in main_text(page)


@pytest.mark.parametrize("said", ["2026-13", "0001-01", "9999-12", "now", "٢٠٢٦-١١"])
def test_month_that_cannot_be_read_shows_months_all_the_same(sign_in, worker, said):
    page = sign_in(worker).get(CALENDAR, {"from": said})
    assert page.status_code == 200
    assert len(page.context["months"]) == 3


def test_file_holds_titles_and_days_and_nobody(sign_in, worker):
    asked("Moving home")
    page = sign_in(worker).get(reverse("replies:calendar_file"))
    assert page.headers["Content-Type"] == "text/calendar; charset=utf-8"
    file = page.content.decode()
    assert "SUMMARY:Closes: Moving home" in file
    assert worker.name not in file
    assert worker.email not in file


def test_a_planned_session_stands_in_the_calendar_and_its_file(sign_in, worker):
    survey = asked("Moving home", members=[worker])
    session = PlannedSessionFactory(
        survey=survey, held_by=worker, held_on=timezone.localdate()
    )
    desk = sign_in(worker)
    links = [link.get("href") for link in desk.get(CALENDAR).parsed.all("a")]
    assert reverse("surveys:planned_session", args=[survey.slug, session.pk]) in links
    file = desk.get(reverse("replies:calendar_file")).content.decode()
    assert f"planned-{session.pk}@testserver" in file.replace("\r\n ", "")


def test_of_others_only_the_sessions_everybody_is_told_of_are_there(sign_in, worker):
    other = UserFactory(worker=True, outsider=True)
    survey = asked("Moving home", members=[other])
    for title, trait in (("Open day", False), ("Hidden heron", True)):
        PlannedSessionFactory(
            survey=survey,
            held_by=other,
            invited=trait,
            title=title,
            held_on=timezone.localdate(),
        )
    text = main_text(sign_in(worker).get(CALENDAR))
    assert "Open day" in text
    assert "heron" not in text


def test_notes_that_are_not_written_are_told_first_and_then_as_notes(sign_in, worker):
    survey = asked("Moving home", members=[worker])
    session = PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    desk = sign_in(worker)
    assert (
        "Session notes due" in main_text(desk.get(CALENDAR)).partition("Everybody")[0]
    )
    SessionNoteFactory(
        edition=survey.editions.get(), by=worker, facts=facts(planned_id=session.pk)
    )
    text = main_text(desk.get(CALENDAR, {"from": f"{session.held_on:%Y-%m}"}))
    assert "Session notes due" not in text
    assert "Pizza and talk" not in text


def test_queries_stay_flat(sign_in, worker, django_assert_max_num_queries):
    desk = sign_in(worker)
    for number in range(6):
        asked(f"Number {number}", members=[worker])
        PromiseFactory(reply=ReplyFactory(published=True))
        survey = asked(f"Sessions {number}", members=[worker])
        for held in (True, False):
            PlannedSessionFactory(survey=survey, held_by=worker, held=held)
    desk.get(CALENDAR)
    with django_assert_max_num_queries(30):
        desk.get(CALENDAR)
