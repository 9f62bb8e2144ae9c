"""A session is planned once, moved in sight, cancelled with a reason, never deleted."""

from contextlib import contextmanager
from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from surveys.domain.planned_sessions import (
    CannotPlan,
    NotesAreWritten,
    PlanChanged,
    PlanIsOver,
    cancel_session,
    change_session,
    plan_session,
)
from surveys.domain.session_notes import NotPlannedSo, save_note, take_back_note
from surveys.models import PlannedSession, Response, SessionMove
from surveys.models.session_move import MovesStay
from surveys.planning import ToldTo
from surveys.queries.reach import live_counts
from tests.factories.accounts import UserFactory
from tests.factories.planned_sessions import PlannedSessionFactory, plan
from tests.factories.session_notes import facts, said
from tests.factories.surveys import EditionFactory, in_days
from voice.audit.models import Entry
from voice.replies.queries.consultations import standing_of

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return EditionFactory().survey


@pytest.fixture
def planned(survey, worker):
    once = uuid4()
    return plan_session(survey, once=once, plan=plan(held_by=worker), by=worker)


@contextmanager
def refused_by(constraint):
    """Expect the database to refuse, naming `constraint`."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        yield


def troubles(call, *args, **kwargs):
    """Return which parts of a plan something stands against."""
    with pytest.raises(CannotPlan) as refused:
        call(*args, **kwargs)
    return sorted(refused.value.troubles)


def noted(session, by, **changed):
    """Return notes of a planned session, begun."""
    return save_note(
        session.survey,
        once=uuid4(),
        facts=facts(planned_id=session.pk, **changed),
        statements=[said()],
        by=by,
    )


def test_planning_twice_is_planning_once_and_the_audit_says_who(survey, worker):
    once = uuid4()
    for _ in range(2):
        plan_session(survey, once=once, plan=plan(held_by=worker), by=worker)
    entry = Entry.objects.get(verb="surveys.plan_session")
    assert PlannedSession.objects.get().pk == once
    assert (entry.actor_id, entry.details["held_on"]) == (
        worker.pk,
        in_days(5).isoformat(),
    )


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"ends_at": time(16)}, "ends_at"),
        ({"held_on": in_days}, "held_on"),
        ({"age_bands": ["4-7"]}, "age_bands"),
    ],
    ids=["no time at all", "a day that has been", "ages not asked"],
)
def test_what_cannot_be_is_refused_beside_its_part(survey, worker, changed, part):
    changed = {k: v(-1) if callable(v) else v for k, v in changed.items()}
    wrong = plan(held_by=worker, **changed)
    assert troubles(plan_session, survey, once=uuid4(), plan=wrong, by=worker) == [part]
    assert not PlannedSession.objects.exists()


def test_a_day_on_which_nothing_is_asked_is_refused(survey, worker):
    late = survey.consultation.closes_on + timedelta(days=1)
    wrong = plan(held_by=worker, held_on=late)
    assert troubles(plan_session, survey, once=uuid4(), plan=wrong, by=worker) == [
        "held_on"
    ]


def test_only_who_runs_the_survey_holds_a_session(survey, worker):
    wrong = plan(held_by=UserFactory(worker=True, outsider=True))
    assert troubles(plan_session, survey, once=uuid4(), plan=wrong, by=worker) == [
        "held_by"
    ]


def test_another_hour_is_a_move_and_where_it_was_to_be_stays(planned, worker):
    moved = plan(held_by=worker, held_on=in_days(6), place="The library")
    row = change_session(planned, plan=moved, version=1, by=worker)
    [move] = row.moves.all()
    assert (row.held_on, row.place) == (in_days(6), "The library")
    assert (move.held_on, move.place) == (in_days(5), planned.place)
    assert Entry.objects.filter(verb="surveys.move_session").count() == 1


def test_other_words_alone_are_no_move(planned, worker):
    worded = plan(held_by=worker, how_to_come="Ring first.")
    change_session(planned, plan=worded, version=1, by=worker)
    assert not SessionMove.objects.exists()


def test_who_saves_a_page_that_is_old_is_told_and_changes_nothing(planned, worker):
    change_session(planned, plan=plan(held_by=worker), version=1, by=worker)
    with pytest.raises(PlanChanged):
        change_session(
            planned, plan=plan(held_by=worker, title="Other"), version=1, by=worker
        )
    planned.refresh_from_db()
    assert planned.title == "Pizza and talk"


def test_what_everybody_was_told_is_not_taken_off_the_page(planned, worker):
    hidden = plan(held_by=worker, told_to=ToldTo.INVITED)
    assert troubles(change_session, planned, plan=hidden, version=1, by=worker) == [
        "told_to"
    ]


def test_a_session_for_the_invited_may_be_told_to_everybody(worker):
    session = PlannedSessionFactory(invited=True, held_by=worker)
    row = change_session(session, plan=plan(held_by=worker), version=1, by=worker)
    assert row.is_public


def test_what_is_over_or_cancelled_is_not_planned_any_more(worker):
    for session in (
        PlannedSessionFactory(held=True, held_by=worker),
        PlannedSessionFactory(cancelled=True, held_by=worker),
    ):
        with pytest.raises(PlanIsOver):
            change_session(session, plan=plan(held_by=worker), version=1, by=worker)


def test_a_consultation_that_closes_earlier_lets_the_words_be_mended(planned, worker):
    consultation = planned.survey.consultation
    type(consultation).objects.filter(pk=consultation.pk).update(closes_on=in_days(1))
    worded = plan(held_by=worker, how_to_come="Ring first.")
    assert change_session(planned, plan=worded, version=1, by=worker).version == 2


def test_cancelling_takes_a_reason_and_keeps_the_first(planned, worker):
    assert troubles(cancel_session, planned, reason="  ", by=worker) == ["reason"]
    cancel_session(planned, reason="No heating.", by=worker)
    row = cancel_session(planned, reason="Another.", by=worker)
    assert (row.cancelled_why, row.cancelled_by) == ("No heating.", worker)
    assert Entry.objects.filter(verb="surveys.cancel_session").count() == 1


def test_a_session_with_notes_took_place(worker):
    session = PlannedSessionFactory(held=True, held_by=worker)
    note = noted(session, worker, held_on=session.held_on)
    with pytest.raises(NotesAreWritten):
        cancel_session(session, reason="Nobody came.", by=worker)
    take_back_note(note, by=worker)
    assert cancel_session(session, reason="Nobody came.", by=worker).is_cancelled


@pytest.mark.parametrize("trait", ["cancelled", "coming", "elsewhere"])
def test_notes_are_linked_to_no_session_that_was_not(worker, survey, trait):
    known = {"held_by": worker, "survey": survey, "held": trait != "coming"}
    if trait == "elsewhere":
        known["survey"] = EditionFactory().survey
    session = PlannedSessionFactory(cancelled=trait == "cancelled", **known)
    with pytest.raises(NotPlannedSo):
        save_note(
            survey,
            once=uuid4(),
            facts=facts(planned_id=session.pk),
            statements=[said()],
            by=worker,
        )


def test_a_planned_session_is_counted_as_nobody_and_nothing(planned, survey):
    assert not Response.objects.exists()
    assert live_counts(survey).finished == 0
    assert not standing_of(survey.consultation, on=timezone.localdate()).heard


def test_neither_a_session_with_moves_nor_a_move_goes(planned, worker):
    change_session(
        planned, plan=plan(held_by=worker, held_on=in_days(7)), version=1, by=worker
    )
    with pytest.raises(MovesStay):
        SessionMove.objects.update(place="nowhere")
    with pytest.raises(ProtectedError):
        planned.delete()


def test_the_database_refuses_half_a_cancelling_and_no_time(planned):
    rows = PlannedSession.objects.filter(pk=planned.pk)
    with refused_by("planned_session_cancelled_says_who_when_and_why"):
        rows.update(cancelled_why="because")
    with refused_by("planned_session_ends_after_it_starts"):
        rows.update(ends_at=time(9))
