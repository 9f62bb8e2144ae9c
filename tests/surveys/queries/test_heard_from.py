from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.domain.erasing import erase_response
from surveys.domain.retention import end_what_is_due
from surveys.enums import NoteState, ResponseState
from surveys.models import Response, RetentionRun, SessionNote
from surveys.queries.heard_from import ever_answered, survey_was_answered
from surveys.queries.sent import how_far_sent
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import ReleaseFactory
from tests.factories.retention import closed_edition
from tests.factories.session_notes import SessionNoteFactory, StatementFactory
from tests.factories.surveys import ResponseFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

AFTER_RETENTION = 731
LEFT = [state for state in ResponseState if state != ResponseState.UNDER_WAY]


@pytest.fixture
def edition():
    """Return an edition of a survey that closed yesterday."""
    return closed_edition(days=1)


def time_goes_by():
    end_what_is_due(timezone.now() + timedelta(days=AFTER_RETENTION))


def heard(edition):
    """Return what is said of the survey, of its consultation, and by a receipt."""
    consultation = edition.survey.consultation
    told = how_far_sent(consultation, "en").when
    return (
        survey_was_answered(edition.survey),
        ever_answered(consultation),
        "Nobody answered." not in told,
    )


@pytest.mark.parametrize("state", LEFT)
def test_one_answer_is_somebodys_after_its_time_is_over(edition, state):
    response = ResponseFactory(edition=edition, finished=True)
    Response.objects.update(state=state)
    assert heard(edition) == (True, True, True)
    time_goes_by()
    assert heard(edition) == (True, True, True)
    if state == ResponseState.SET_ASIDE:
        assert not Response.objects.filter(pk=response.pk).exists()


def test_what_nobody_finished_is_nobodys_before_and_after(edition):
    ResponseFactory(edition=edition)
    assert heard(edition) == (False, False, False)
    time_goes_by()
    assert RetentionRun.objects.get().counts["responses"] == 1
    assert heard(edition) == (False, False, False)


def test_what_was_erased_was_somebodys(edition):
    response = ResponseFactory(edition=edition, finished=True)
    erase_response(response, by=UserFactory(worker=True))
    assert heard(edition) == (True, True, True)


def test_a_session_heard_somebody_after_its_time_is_over(edition):
    ReadingFactory(comment=StatementFactory(edition=edition), approved=True)
    assert heard(edition) == (True, True, True)
    time_goes_by()
    assert SessionNote.objects.get().state == NoteState.ENDED
    assert heard(edition) == (True, True, True)


def test_a_draft_of_a_session_heard_nobody(edition):
    SessionNoteFactory(edition=edition, draft=True, statements=[])
    time_goes_by()
    assert heard(edition) == (False, False, False)


def test_a_release_speaks_of_somebody_whatever_was_destroyed():
    release = ReleaseFactory(consultation__closed=True)
    assert not Response.objects.exists()
    assert ever_answered(release.survey.consultation)


def test_runs_from_before_this_was_kept_are_somebodys(edition):
    RetentionRun.objects.create(survey=edition.survey, kind="responses")
    assert heard(edition) == (True, True, True)


def test_words_that_were_destroyed_tell_of_nobody(edition):
    RetentionRun.objects.create(survey=edition.survey, kind="words")
    assert heard(edition) == (False, False, False)
