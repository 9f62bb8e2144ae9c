"""The calendar of consultations at the desk."""

import pytest
from django.urls import reverse

from surveys.audience import Audience
from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
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


def test_queries_stay_flat(sign_in, worker, django_assert_max_num_queries):
    desk = sign_in(worker)
    for number in range(6):
        asked(f"Number {number}", members=[worker])
        PromiseFactory(reply=ReplyFactory(published=True))
    desk.get(CALENDAR)
    with django_assert_max_num_queries(26):
        desk.get(CALENDAR)
