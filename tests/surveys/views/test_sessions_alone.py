"""A consultation of sessions alone: from nothing to a reply, with nothing to fill in."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from surveys.audience import ConsultationKind
from surveys.domain.invitations import open_link
from surveys.domain.session_notes import SessionFacts, save_note, send_note
from surveys.domain.statements import Statement
from surveys.enums import ConsultationState
from surveys.models import Comment, Survey
from surveys.queries.opening import survey_is_open
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, SurveyFactory, in_days
from tests.surveys.views.test_quick import FACTS, as_it_comes
from voice.replies.queries.consultations import consultation_state

pytestmark = pytest.mark.django_db
BEGIN = reverse("surveys:begin_sessions")


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True, job_title="Participation worker")


@pytest.fixture
def survey(sign_in, worker):
    """Return what a group is asked, begun and published from the form."""
    desk = sign_in(worker)
    page = desk.post(BEGIN, as_it_comes(desk.get(BEGIN), **FACTS), follow=True)
    assert "It is open. After each session" in page.parsed.text()
    return Survey.objects.get()


def test_sessions_open_with_three_questions_to_talk_about(survey):
    assert survey.consultation.kind == ConsultationKind.SESSIONS
    questions = survey.editions.get().definition["questions"]
    assert [one["kind"] for one in questions] == ["long_text"] * 3
    today = timezone.localdate()
    state = consultation_state(survey.consultation, on=today)
    assert state == ConsultationState.OPEN


def test_nobody_answers_by_themselves(survey, worker, client, sign_in):
    assert not survey_is_open(survey, on=timezone.localdate())
    link = open_link(survey, by=worker)
    page = client.get(reverse("surveys:start", args=[link.token]))
    assert "Start" not in [page.parsed.text(one) for one in page.parsed.all("button")]
    desk = sign_in(worker)
    for name in ("invitations", "make_batch", "group_sessions", "assisted"):
        shut = desk.get(reverse(f"surveys:{name}", args=[survey.slug]))
        assert shut.status_code == 404, name


def test_hub_offers_the_notes_and_no_way_in(survey, worker, sign_in):
    page = sign_in(worker).get(reverse("surveys:survey", args=[survey.slug]))
    links = [link.get("href") for link in page.parsed.all("a")]
    assert reverse("surveys:session_notes", args=[survey.slug]) in links
    assert reverse("surveys:invitations", args=[survey.slug]) not in links


def test_what_a_group_said_is_heard_and_it_closes_and_waits_for_its_reply(
    survey, worker
):
    question = survey.question_rows.first()
    facts = SessionFacts(timezone.localdate(), 7, survey.age_bands, "en")
    said = Statement(id=uuid4(), words="come when you say", question=question.key)
    note = save_note(survey, once=uuid4(), facts=facts, statements=[said], by=worker)
    send_note(note, by=worker)
    assert Comment.objects.filter(session_note=note).count() == 1
    consultation = survey.consultation
    type(consultation).objects.filter(pk=consultation.pk).update(
        opens_on=in_days(-30), closes_on=in_days(-2), reply_due_on=in_days(20)
    )
    consultation.refresh_from_db()
    today: date = timezone.localdate()
    state = consultation_state(consultation, on=today)
    assert state == ConsultationState.READING
    assert consultation_state(consultation, on=in_days(21)) == ConsultationState.OVERDUE


def test_survey_with_links_given_out_does_not_become_sessions_alone(worker):
    survey = EditionFactory(survey=SurveyFactory(live=True)).survey
    open_link(survey, by=worker)
    survey.consultation.kind = ConsultationKind.SESSIONS
    with pytest.raises(ValidationError, match="Links or codes of it were given out"):
        survey.consultation.full_clean()
