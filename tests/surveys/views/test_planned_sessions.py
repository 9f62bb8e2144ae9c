"""The desk's pages of planned sessions: what is typed is kept, and what waits is said."""

from uuid import uuid4

import pytest
from django.urls import reverse

from surveys.domain.planned_sessions import cancel_session
from surveys.models import PlannedSession, SessionNote
from tests.factories.accounts import UserFactory
from tests.factories.planned_sessions import PlannedSessionFactory
from tests.factories.session_notes import SessionNoteFactory, facts
from tests.factories.surveys import EditionFactory, SurveyFactory, in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return EditionFactory().survey


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


def address(name, survey, **more):
    return reverse(f"surveys:{name}", kwargs={"slug": survey.slug, **more})


def typed(worker, **changed):
    """Return what the form sends."""
    return {
        "once": str(uuid4()),
        "version": 0,
        "title": "Pizza and talk",
        "held_on": in_days(5).isoformat(),
        "starts_at": "16:00",
        "ends_at": "18:00",
        "place": "The youth centre",
        "how_to_come": "just come along.",
        "there_is": ["food", "travel"],
        "held_by": worker.pk,
        "told_to": "everybody",
    } | changed


def test_an_empty_list_says_what_to_do(desk, survey):
    page = desk.get(address("planned_sessions", survey))
    assert "No session is planned yet" in page.content.decode()
    assert address("plan_session", survey) in page.content.decode()


def test_a_session_is_planned_from_the_form(desk, survey, worker):
    page = desk.get(address("plan_session", survey))
    assert page.status_code == 200
    page = desk.post(address("plan_session", survey), typed(worker), follow=True)
    session = PlannedSession.objects.get()
    assert (session.survey, session.there_is) == (survey, ["food", "travel"])
    assert "Planned: Pizza and talk." in page.content.decode()


def test_before_the_survey_is_published_it_says_that_nothing_is_told(desk, worker):
    survey = SurveyFactory()
    PlannedSessionFactory(survey=survey, held_by=worker)
    page = desk.get(address("planned_sessions", survey))
    assert "Nothing of this is told before" in page.content.decode()
    assert address("planned_sessions", survey) in (
        desk.get(address("survey", survey)).content.decode()
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ends_at": "15:00"}, "It must end after it starts"),
        ({"held_on": "2020-01-01"}, "This day has been."),
        ({"told_to": ""}, "Choose who hears of it."),
    ],
)
def test_what_is_refused_stays_typed(desk, survey, worker, changed, said):
    sent = typed(worker, place="Behind the heron pond", **changed)
    page = desk.post(address("plan_session", survey), sent)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert "Behind the heron pond" in page.content.decode()
    assert not PlannedSession.objects.exists()


def test_what_could_be_a_name_is_looked_at_first(desk, survey, worker):
    sent = typed(worker, for_whom="For my friend Ellie Marsden")
    page = desk.post(address("plan_session", survey), sent)
    assert page.status_code == 422
    assert "Could one of these tell who a young person is?" in page.content.decode()
    desk.post(address("plan_session", survey), sent | {"looked": "on"})
    assert PlannedSession.objects.exists()


def test_a_session_is_moved_and_an_old_page_is_told(desk, survey, worker):
    session = PlannedSessionFactory(survey=survey, held_by=worker)
    place = address("planned_session", survey, pk=session.pk)
    moved = typed(worker, version=1, held_on=in_days(6).isoformat())
    page = desk.post(place, moved, follow=True)
    assert "Moved: it was to be on" in page.content.decode()
    page = desk.post(place, moved | {"title": "Typed in another window"})
    assert page.status_code == 409
    assert "Typed in another window" in page.content.decode()


def test_who_closes_is_told_of_sessions_that_are_to_come(desk, survey, worker):
    coming = PlannedSessionFactory(survey=survey, title="Pizza and talk")
    page = desk.get(address("close", survey))
    assert "Somebody may be on the way to a session" in page.parsed.text()
    assert address("planned_session", survey, pk=coming.pk) in page.parsed.source
    cancel_session(coming, reason="No heating.", by=worker)
    page = desk.get(address("close", survey))
    assert "on the way" not in page.parsed.text()


def test_cancelling_is_asked_twice_and_takes_a_reason(desk, survey, worker):
    session = PlannedSessionFactory(survey=survey, held_by=worker)
    place = address("cancel_session", survey, pk=session.pk)
    assert "Cancel this session?" in desk.get(place).content.decode()
    assert desk.post(place, {"reason": ""}).status_code == 422
    page = desk.post(place, {"reason": "there is no heating."}, follow=True)
    assert "there is no heating." in page.content.decode()
    assert "It is cancelled already." in desk.get(place).content.decode()


def test_a_session_without_notes_asks_kindly_and_leads_on_filled_in(
    desk, survey, worker
):
    session = PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    page = desk.get(address("planned_sessions", survey))
    assert "No notes written yet" in page.content.decode()
    link = f"{address('write_up', survey)}?session={session.pk}"
    assert link in page.content.decode()
    page = desk.get(link)
    form = page.context["page"].session
    assert (form["planned"].value(), form["held_on"].value()) == (
        session.pk,
        session.held_on,
    )
    shown = desk.get(address("planned_session", survey, pk=session.pk))
    assert link in shown.content.decode()


def test_notes_sent_from_there_are_linked_and_ask_no_more(desk, survey, worker):
    session = PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    sent = {
        "once": str(uuid4()),
        "version": 0,
        "planned": str(session.pk),
        "held_on": session.held_on.isoformat(),
        "present": 7,
        "age_bands": ["11-17"],
        "language": "en",
        "said-TOTAL_FORMS": 1,
        "said-INITIAL_FORMS": 0,
        "said-0-words": "come when you say",
        "said-0-question": "do_more",
        "do": "send",
    }
    page = desk.post(address("write_up", survey), sent, follow=True)
    assert SessionNote.objects.get().planned == session
    assert address("planned_session", survey, pk=session.pk) in page.content.decode()
    page = desk.get(address("planned_sessions", survey))
    assert "No notes written yet" not in page.content.decode()


def test_a_draft_keeps_the_session_it_was_begun_for(desk, survey, worker):
    session = PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    note = SessionNoteFactory(
        edition=survey.editions.get(),
        by=worker,
        draft=True,
        facts=facts(planned_id=session.pk),
    )
    page = desk.get(address("session_note", survey, pk=note.pk))
    assert page.context["page"].session["planned"].value() == session.pk


def test_the_list_asks_little_of_the_database(
    desk, survey, worker, django_assert_max_num_queries
):
    for days in range(-12, 12):
        PlannedSessionFactory(survey=survey, held_by=worker, held_on=in_days(days))
    desk.get(address("planned_sessions", survey))
    with django_assert_max_num_queries(22):
        desk.get(address("planned_sessions", survey))


def test_the_desks_first_page_says_what_waits(desk, survey, worker):
    PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    page = desk.get(reverse("accounts:home"))
    assert "1 session has no notes yet" in page.content.decode()
