"""What comes, what was held, and what waits for its notes."""

import pytest
from django.utils import timezone

from surveys.enums import Kept, NoteState
from surveys.models import RetentionRun, SessionNote
from surveys.queries.planned_sessions import (
    planned_of,
    sessions_that_wait,
    without_notes,
)
from tests.factories.accounts import UserFactory
from tests.factories.planned_sessions import PlannedSessionFactory
from tests.factories.session_notes import SessionNoteFactory, facts
from tests.factories.surveys import EditionFactory, in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return EditionFactory().survey


def names(rows):
    return [row.title for row in rows]


def test_coming_is_the_next_first_and_held_the_newest_first(survey, worker):
    for days in (9, 2, -2, -9):
        PlannedSessionFactory(
            survey=survey, held_by=worker, held_on=in_days(days), title=str(days)
        )
    PlannedSessionFactory(survey=survey, held_by=worker, cancelled=True, title="off")
    found = planned_of(survey, at=timezone.now())
    assert names(found.coming) == ["2", "9"]
    assert names(row for row, _note, _due in found.held) == ["-2", "-9"]
    assert names(found.cancelled) == ["off"]


@pytest.mark.parametrize(("days", "waits"), [(-2, False), (-3, True)])
def test_notes_are_asked_for_three_days_after(survey, worker, days, waits):
    PlannedSessionFactory(survey=survey, held_by=worker, held_on=in_days(days))
    [(_row, _note, is_due)] = planned_of(survey, at=timezone.now()).held
    assert is_due is waits
    assert bool(sessions_that_wait(worker)) is waits


def test_notes_that_stand_end_the_asking_and_ones_taken_back_do_not(survey, worker):
    session = PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    SessionNoteFactory(
        edition=survey.editions.get(),
        by=worker,
        draft=True,
        facts=facts(planned_id=session.pk),
    )
    assert sessions_that_wait(worker) == ""
    SessionNote.objects.update(state=NoteState.TAKEN_BACK)
    assert sessions_that_wait(worker) == "1 session has no notes yet"


def test_a_cancelled_session_and_one_to_come_wait_for_nothing(survey, worker):
    PlannedSessionFactory(survey=survey, held_by=worker, held=True, cancelled=True)
    PlannedSessionFactory(survey=survey, held_by=worker)
    assert sessions_that_wait(worker) == ""


def test_where_words_were_destroyed_no_notes_are_asked_for(survey, worker):
    PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    assert without_notes([survey.pk], on=in_days(0)).count() == 1
    RetentionRun.objects.create(survey=survey, kind=Kept.WORDS, key_destroyed=True)
    assert not without_notes([survey.pk], on=in_days(0)).exists()


def test_who_does_not_run_the_survey_is_asked_for_nothing(survey, worker):
    PlannedSessionFactory(survey=survey, held_by=worker, held=True)
    assert sessions_that_wait(UserFactory(worker=True, outsider=True)) == ""
