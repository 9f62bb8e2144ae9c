from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain import group_sessions
from surveys.domain.answering import (
    SurveyIsClosed,
    finish_response,
    leave_response,
    save_answer,
    start_response,
)
from surveys.domain.group_sessions import close_session, open_session
from surveys.domain.invitations import stop_invitation
from surveys.enums import InvitationKind
from surveys.models import GroupSession
from surveys.queries.codes import found
from surveys.queries.group_sessions import RoomCounts, room_counts
from surveys.queries.opening import lets_in
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, GroupSessionFactory, SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def opened(**said):
    return open_session(
        EditionFactory().survey, by=UserFactory(worker=True), **{"hours": 2} | said
    )


def join(session, **said):
    return start_response(
        session.invitation, language="en", age_band="11-17", **said
    ).response


def test_session_keeps_what_the_worker_says_and_is_audited():
    session = opened(label="Thursday group", helper="Youth worker", present=9)
    way_in = session.invitation
    assert (way_in.kind, way_in.is_group) == (InvitationKind.GROUP, True)
    assert (way_in.label, way_in.helper) == ("Thursday group", "Youth worker")
    assert session.present == 9
    assert session.closes_at - session.opened_at == timedelta(hours=2)
    entry = Entry.objects.get(verb="surveys.open_session")
    assert (entry.object_id, entry.actor) == (str(session.pk), way_in.made_by)


@pytest.mark.parametrize("hours", [0, 5, -1])
def test_session_lasts_one_to_four_hours(hours):
    with pytest.raises(ValueError, match="one to four"):
        opened(hours=hours)


def test_no_session_of_a_survey_nobody_can_answer():
    closed = EditionFactory(survey=SurveyFactory(live=True, consultation__closed=True))
    with pytest.raises(SurveyIsClosed):
        open_session(closed.survey, by=UserFactory(worker=True), hours=1)
    assert GroupSession.objects.count() == 0


def test_no_two_sessions_ever_have_one_code(monkeypatch):
    first = opened()
    codes = iter([first.code, first.code, "F7XC2M"])
    monkeypatch.setattr(group_sessions, "new_code", lambda: next(codes))
    assert opened().code == "F7XC2M"
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupSessionFactory(code=first.code)


def test_session_that_closes_before_it_opens_is_refused_by_the_database():
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupSessionFactory(opened_at=now, closes_at=now)


def test_young_people_join_until_its_time_is_over():
    session = opened(hours=1)
    later = session.closes_at
    assert found(session.shown_code, at=later - timedelta(seconds=1))
    join(session, at=later - timedelta(seconds=1))
    assert found(session.shown_code, at=later) is None
    assert not session.is_open(at=later)
    with pytest.raises(SurveyIsClosed):
        join(session, at=later)


def test_closed_early_it_lets_nobody_in_and_whoever_started_may_finish():
    session = opened()
    started = join(session)
    close_session(session, by=UserFactory(worker=True))
    close_session(session, by=UserFactory(worker=True))
    assert found(session.code, at=timezone.now()) is None
    assert not lets_in(session.invitation, at=timezone.now())
    with pytest.raises(SurveyIsClosed):
        join(session)
    finish_response(started)
    assert room_counts(session) == RoomCounts(started=1, finished=1)
    assert Entry.objects.filter(verb="surveys.close_session").count() == 1


def test_stopping_its_way_in_closes_it():
    session = opened()
    stop_invitation(session.invitation, by=UserFactory(worker=True))
    assert found(session.code, at=timezone.now()) is None
    assert not session.is_open(at=timezone.now())


def test_closing_what_is_over_by_itself_is_no_closing():
    session = GroupSessionFactory(over=True)
    close_session(session, by=UserFactory(worker=True))
    assert session.closed_at is None
    assert not Entry.objects.filter(verb="surveys.close_session").exists()


def test_count_is_of_this_room_alone_and_a_tap_too_many_is_nobody():
    session, other = opened(), opened()
    finish_response(join(session))
    join(session)
    leave_response(join(session))
    gone = join(session)
    save_answer(gone, key="know_worker", value="yes")
    leave_response(gone)
    finish_response(join(other))
    assert room_counts(session) == RoomCounts(started=3, finished=1)
